namespace DealBot.Core.Orders;

/// <summary>A booked row that an owner may claim.</summary>
/// <param name="Row">As it is booked.</param>
/// <param name="Versions">What it is booked from.</param>
/// <param name="ClaimId">The last word on it; 0 if nobody said any.</param>
public sealed record ClaimableRow(ListedOrder Row, OrderVersions Versions, long ClaimId);
