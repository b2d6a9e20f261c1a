using DealBot.Contracts;

namespace DealBot.Core.Metrics;

/// <summary>Deals held back for one reason, each counted once a group and day.</summary>
/// <param name="Network">The network.</param>
/// <param name="Code">The network's code, or DealBot's.</param>
/// <param name="Reason">Why there was no proven link.</param>
/// <param name="Deals">How many.</param>
/// <param name="Commission">What one sale of each would have earned, and would not have come to the owner through an unproven link.</param>
public sealed record HeldBackCount(string Network, string Code, Phrase Reason, long Deals, Money Commission);
