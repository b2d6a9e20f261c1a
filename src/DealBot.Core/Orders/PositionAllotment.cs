namespace DealBot.Core.Orders;

/// <summary>A promotion position of an account that a group holds, or held.</summary>
/// <param name="Network">Network name.</param>
/// <param name="Account">Account name.</param>
/// <param name="Position">The position.</param>
/// <param name="GroupId">The group.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">When it gave it up; null while it holds it.</param>
public sealed record PositionAllotment(string Network, string Account, string Position, string GroupId, DateTimeOffset From, DateTimeOffset? Until);
