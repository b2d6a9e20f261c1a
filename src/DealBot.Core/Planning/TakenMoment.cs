using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>A post whose moment is fixed already: sent, being sent, or planned by someone else. The plan is laid around it.</summary>
/// <param name="Adapter">Adapter.</param>
/// <param name="Address">Where to.</param>
/// <param name="GroupId">The group; null for a digest.</param>
/// <param name="At">When.</param>
/// <param name="Messages">How many messages, pictures among them.</param>
/// <param name="Images">How many of them are pictures.</param>
public sealed record TakenMoment(string Adapter, string Address, string? GroupId, DateTimeOffset At, int Messages, int Images)
{
    /// <summary>What a laid slot takes.</summary>
    internal static TakenMoment Of(Slot slot, DateTimeOffset at, PostSize size) =>
        new(slot.Group.Adapter, slot.Group.Address, slot.Group.Id, at, size.Messages, size.Images);
}
