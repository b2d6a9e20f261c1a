namespace DealBot.Core.Orders;

/// <summary>How an account's orders stand.</summary>
/// <param name="Network">Network name.</param>
/// <param name="Account">Account name.</param>
/// <param name="Until">Until when its orders are known.</param>
/// <param name="Fault">The code that ended the latest run early; null if it went through or there was none.</param>
public sealed record SyncStanding(string Network, string Account, DateTimeOffset Until, string? Fault);
