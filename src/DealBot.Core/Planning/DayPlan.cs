namespace DealBot.Core.Planning;

/// <summary>Slots laid against the limits: those that have a moment, by moment, and those that found none.</summary>
public sealed record DayPlan(IReadOnlyList<PlannedSlot> Slots, IReadOnlyList<DroppedSlot> Dropped);
