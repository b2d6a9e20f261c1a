using DealBot.Core.Posting;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Planning;

/// <summary>A slot that finds no room in the day.</summary>
public sealed record DroppedSlot(Slot Slot, SkipReason Reason);
