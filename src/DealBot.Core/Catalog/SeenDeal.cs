using DealBot.Contracts;

namespace DealBot.Core.Catalog;

/// <summary>A deal as it was last seen, and the prices it had.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Prices">The days on which it was seen, with its lowest price of each.</param>
public sealed record SeenDeal(Deal Deal, PriceHistory Prices);
