namespace DealBot.Core.Orders;

/// <summary>How a row is to be booked.</summary>
/// <param name="Versions">What it was worked out from.</param>
/// <param name="Row">What it comes to.</param>
public sealed record RebookedOrder(OrderVersions Versions, AttributedOrder Row);
