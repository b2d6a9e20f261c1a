using System.Globalization;
using DealBot.Core.Configuration;

namespace DealBot.Core.Scheduling;

/// <summary>One moment at which one group is due a post, with all that was configured for it resolved.</summary>
/// <param name="Group">The group.</param>
/// <param name="At">The moment.</param>
/// <param name="Plan">What is to be posted.</param>
public sealed record Slot(Group Group, DateTimeOffset At, SlotPlan Plan)
{
    /// <summary>Names the slot and the post it produces; the same after any restart, so that planning twice is seen.</summary>
    public string PostId => string.Create(CultureInfo.InvariantCulture, $"{Group.Id}_{At.UtcDateTime:yyyyMMdd'T'HHmmss}");

    /// <summary>The moment by the group's clock, and the zone that says so: a slot that a change of zone brings round again is known by it.</summary>
    public string LocalAt => string.Create(
        CultureInfo.InvariantCulture, $"{TimeZoneInfo.ConvertTime(At, TimeZoneInfo.FindSystemTimeZoneById(Group.TimeZone)):yyyy-MM-dd'T'HH:mm:ss} {Group.TimeZone}");
}
