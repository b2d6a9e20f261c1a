namespace DealBot.Core.Bot;

/// <summary>The post that an order to skip the next one means.</summary>
/// <param name="PostId">Its id.</param>
/// <param name="SlotAt">The slot's own moment.</param>
/// <param name="IsSkipped">Whether it is skipped already: the order was carried out before, and a crash came before the answer.</param>
public readonly record struct ClaimedSlot(string PostId, DateTimeOffset SlotAt, bool IsSkipped);
