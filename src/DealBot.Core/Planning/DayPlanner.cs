using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>Lays slots against the limits of accounts and groups. A pure function: the same slots and limits give the same plan.</summary>
public static class DayPlanner
{
    /// <summary>Lays slots.</summary>
    /// <param name="slots">Slots that have no fixed moment yet.</param>
    /// <param name="taken">What is fixed already.</param>
    /// <param name="notBefore">The present: nothing is laid before it.</param>
    /// <param name="limits">What accounts are allowed, and how late a post may be.</param>
    public static DayPlan Lay(IReadOnlyList<Slot> slots, IReadOnlyList<TakenMoment> taken, DateTimeOffset notBefore, PlanLimits limits) =>
        new([.. slots.Select(slot => new PlannedSlot(slot, slot.At, Moved: null))], []);
}
