namespace DealBot.Core.Orders;

/// <summary>An owner's word on which group an order row came from. Nothing is ever taken off this record: the last word on a row holds.</summary>
/// <param name="Id">Counts up; 0 for one that is not on record yet.</param>
/// <param name="Network">Network name.</param>
/// <param name="RowId">The network's key of the row.</param>
/// <param name="GroupId">The group; null if the owner takes an earlier word back.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as the system knows the user.</param>
public sealed record OrderClaim(long Id, string Network, string RowId, string? GroupId, DateTimeOffset At, string By);
