using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>
/// Lays slots against the limits of accounts and groups. A pure function: the same slots and limits give the same plan.
/// </summary>
/// <remarks>
/// Slots are laid one after another: those of campaigns before ordinary ones, then by priority, then by time. Each takes the first free
/// moment of its <see cref="SlotWindow"/>; what is laid is never moved again. So what comes later in that order never takes anything from
/// what came before; and laying some of the slots again around the others gives each the same moment.
/// </remarks>
public static class DayPlanner
{
    /// <summary>Lays slots.</summary>
    /// <param name="slots">Slots that have no fixed moment yet.</param>
    /// <param name="taken">What is fixed already.</param>
    /// <param name="notBefore">The present: nothing is laid before it.</param>
    /// <param name="limits">What accounts are allowed, and how late a post may be.</param>
    public static DayPlan Lay(IReadOnlyList<Slot> slots, IReadOnlyList<TakenMoment> taken, DateTimeOffset notBefore, PlanLimits limits)
    {
        var ledger = new PlanLedger(limits);
        foreach (var moment in taken)
        {
            ledger.Take(moment);
        }

        foreach (var slot in slots)
        {
            ledger.Want(slot);
        }

        var planned = new List<PlannedSlot>(slots.Count);
        var dropped = new List<DroppedSlot>();
        foreach (var slot in InOrder(slots))
        {
            if (Place(ledger, slot, new SlotWindow(slot, notBefore, limits.Fresh), dropped) is { } placed)
            {
                planned.Add(placed);
            }
        }

        return new DayPlan(
            [.. planned.OrderBy(slot => slot.At).ThenBy(slot => slot.Slot.Group.Id, StringComparer.Ordinal)],
            [.. dropped.OrderBy(slot => slot.Slot.At).ThenBy(slot => slot.Slot.Group.Id, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Slot> InOrder(IReadOnlyList<Slot> slots) => slots
        .OrderBy(slot => slot.Plan.Campaign is null)
        .ThenByDescending(slot => slot.Plan.Pace.Priority)
        .ThenBy(slot => slot.At)
        .ThenBy(slot => slot.Group.Id, StringComparer.Ordinal);

    private static PlannedSlot? Place(PlanLedger ledger, Slot slot, SlotWindow window, List<DroppedSlot> dropped)
    {
        if (window.IsOver)
        {
            dropped.Add(new DroppedSlot(slot, Posting.SkipReason.Missed));
            return null;
        }

        var obstacle = ledger.Obstacle(slot, window, window.Best);
        if (obstacle == Obstacle.None)
        {
            return Fix(ledger, slot, window.Best, window.Reason);
        }

        foreach (var at in window.Others())
        {
            if (ledger.Obstacle(slot, window, at) == Obstacle.None)
            {
                return Fix(ledger, slot, at, obstacle);
            }
        }

        dropped.Add(new DroppedSlot(slot, PlanWording.Dropped(slot, obstacle, ledger.LoadOf(slot), window)));
        return null;
    }

    private static PlannedSlot Fix(PlanLedger ledger, Slot slot, DateTimeOffset at, Obstacle why)
    {
        ledger.Take(slot, at);
        return new PlannedSlot(slot, at, at == slot.At ? null : PlanWording.Moved(slot, at, why, ledger.LoadOf(slot)));
    }
}
