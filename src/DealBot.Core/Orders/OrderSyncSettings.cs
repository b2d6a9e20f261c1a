namespace DealBot.Core.Orders;

/// <summary>What sync and sweeps go by.</summary>
public sealed record OrderSyncSettings(OrderOptions Options, TimeProvider Time, OrderPatience Patience)
{
    /// <summary>How many accounts of one network are read side by side; with 1 the networks follow one another as well.</summary>
    public int Parallelism { get; init; } = 1;
}
