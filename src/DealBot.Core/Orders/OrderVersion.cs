namespace DealBot.Core.Orders;

/// <summary>One version of an order row.</summary>
/// <param name="Number">1 for the first that came.</param>
/// <param name="ModifiedAt">When the network changed it; when it came, if it could not be read.</param>
/// <param name="Raw">The row as it came.</param>
public sealed record OrderVersion(long Number, DateTimeOffset ModifiedAt, string Raw);
