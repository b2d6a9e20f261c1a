using DealBot.Core.Planning;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Posting;

/// <summary>Gives slots their moments around what is taken, none before the present.</summary>
internal delegate DayPlan LaySlots(IReadOnlyList<Slot> slots, IReadOnlyList<TakenMoment> taken, DateTimeOffset now);
