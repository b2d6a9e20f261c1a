using DealBot.Contracts;

namespace DealBot.Core.Selection;

/// <summary>A deal that was planned for or posted to a group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Key">The deal.</param>
/// <param name="MainSkuId">Its style, if known.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Category">Its category then.</param>
/// <param name="At">The slot.</param>
public sealed record PostedDeal(string GroupId, DealKey Key, string? MainSkuId, string Title, string Category, DateTimeOffset At);
