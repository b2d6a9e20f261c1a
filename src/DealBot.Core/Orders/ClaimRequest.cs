namespace DealBot.Core.Orders;

/// <summary>What an owner says of an order.</summary>
/// <param name="Order">Its number, or the id of one row.</param>
/// <param name="Network">The network, where several have such an order; null if it does not matter.</param>
/// <param name="GroupId">The group it came from; null takes back what was said before.</param>
/// <param name="By">Who says so.</param>
public sealed record ClaimRequest(string Order, string? Network, string? GroupId, string By);
