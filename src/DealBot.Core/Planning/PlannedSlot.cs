using DealBot.Contracts;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>A slot and the moment that the day's plan gives it.</summary>
/// <param name="Slot">The slot as the schedule has it. Its post id, made of that moment, stays the same however often it is moved.</param>
/// <param name="At">When it is to be posted; not before the slot's own moment minus the tolerance of its schedule.</param>
/// <param name="Moved">Why it differs from the schedule; null if it does not.</param>
public sealed record PlannedSlot(Slot Slot, DateTimeOffset At, Phrase? Moved);
