namespace DealBot.Core.Orders;

/// <summary>A span of order times.</summary>
/// <param name="From">Start, on the hour.</param>
/// <param name="Until">End, exclusive.</param>
public sealed record OrderSpan(DateTimeOffset From, DateTimeOffset Until);
