namespace DealBot.Contracts;

/// <summary>By what an order is traced back to a group. Which of the two a network can use depends on the owner's account.</summary>
/// <param name="SubUnionId">Free text given back with the order (JD subUnionId: at most 80 of A-Z a-z 0-9 _ -).</param>
/// <param name="PositionId">A promotion position (推广位) that belongs to one group.</param>
public sealed record Tracking(string? SubUnionId, string? PositionId);
