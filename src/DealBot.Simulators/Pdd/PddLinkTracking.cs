using DealBot.Simulators.Market;

namespace DealBot.Simulators.Pdd;

/// <summary>What a conversion asked its orders to carry.</summary>
/// <param name="CustomParameters">As they were sent; empty if they were not.</param>
/// <param name="Position">The position.</param>
internal sealed record PddLinkTracking(string CustomParameters, string Position) : LinkTracking(CustomParameters, Position);
