using DealBot.Contracts;

namespace DealBot.Simulators.Market;

/// <summary>A coupon as it is listed.</summary>
/// <param name="Discount">Face value.</param>
/// <param name="Quota">The order must reach this amount.</param>
/// <param name="Link">What a conversion wants back, to the letter.</param>
/// <param name="StartsAt">Collectable and usable from.</param>
/// <param name="EndsAt">Collectable and usable until, inclusive.</param>
public sealed record MarketCoupon(Money Discount, Money Quota, string Link, DateTimeOffset StartsAt, DateTimeOffset EndsAt)
{
    /// <summary>What is left to pay of an amount; the amount itself below the quota.</summary>
    public Money Reduce(Money amount) => amount >= Quota ? amount - Discount : amount;
}
