namespace DealBot.Contracts;

/// <summary>Which deals to list. With neither channel nor keyword the network's default channel is meant.</summary>
/// <param name="Channel">The network's own channel id (JD: eliteId).</param>
/// <param name="Keyword">Search words.</param>
/// <param name="MaxDeals">Stop after this many; at least 1.</param>
public sealed record DealQuery(string? Channel, string? Keyword, int MaxDeals)
{
    /// <summary>One item that is wanted, by the network's id or its SKU number; null for none. Channel and keyword are not looked at then.</summary>
    public string? ItemId { get; init; }
}
