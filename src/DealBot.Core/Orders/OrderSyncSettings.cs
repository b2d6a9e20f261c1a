namespace DealBot.Core.Orders;

/// <summary>What sync and sweeps go by.</summary>
public sealed record OrderSyncSettings(OrderOptions Options, TimeProvider Time, OrderPatience Patience);
