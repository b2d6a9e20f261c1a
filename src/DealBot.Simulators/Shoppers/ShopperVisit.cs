namespace DealBot.Simulators.Shoppers;

/// <summary>One request for a link of a post.</summary>
/// <param name="At">When.</param>
/// <param name="Link">Which link.</param>
/// <param name="Method">GET or HEAD.</param>
/// <param name="UserAgent">User-Agent header.</param>
/// <param name="ClientAddress">Address of the caller, from the ranges kept for documentation (RFC 5737).</param>
/// <param name="IsPerson">False for preview fetchers and scanners.</param>
/// <param name="Buys">Whether this visit ends in an order.</param>
/// <param name="Quantity">Pieces bought; 0 if nothing is.</param>
public sealed record ShopperVisit(
    DateTimeOffset At, Uri Link, string Method, string UserAgent, string ClientAddress, bool IsPerson, bool Buys, int Quantity);
