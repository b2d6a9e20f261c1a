using DealBot.Core.Configuration;

namespace DealBot.Core.Groups;

/// <summary>How one group stands.</summary>
/// <param name="Group">The group.</param>
public sealed record GroupStanding(Group Group)
{
    /// <summary>Its pause; null if it has none.</summary>
    public GroupPause? Pause { get; init; }

    /// <summary>Whether the platform tells how many members a group has.</summary>
    public bool TellsMembers { get; init; }

    /// <summary>What is known of today's members; null if nothing.</summary>
    public MemberDay? Today { get; init; }

    /// <summary>How many members it had a week ago; null if that is not known.</summary>
    public long? MembersWeekAgo { get; init; }

    /// <summary>Who came and left within the last seven days, today included; null if nothing was told.</summary>
    public (long Joined, long Left)? Week { get; init; }

    /// <summary>When it was last posted to by itself or by its owner; null if never.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Its next slot by the schedule; null if there is none within two days.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>How many posts it got today.</summary>
    public int SentToday { get; init; }
}
