namespace DealBot.Core.Orders;

/// <summary>Between which moments, by update time, an account's orders are known.</summary>
/// <param name="Since">Where the first window ever read began.</param>
/// <param name="Until">The watermark.</param>
/// <param name="FirstReadAt">When that first window was read.</param>
public sealed record OrderReach(DateTimeOffset Since, DateTimeOffset Until, DateTimeOffset FirstReadAt);
