using DealBot.Contracts;

namespace DealBot.Simulators.Market;

/// <summary>A size or colour of a product, its price, and the face value of its coupon.</summary>
internal sealed record ProductVariant(string Size, Money Price, Money Discount, bool IsPinned);
