using DealBot.Contracts;

namespace DealBot.Simulators.Market;

/// <summary>What an item costs at a moment.</summary>
/// <param name="ListPrice">The crossed-out price.</param>
/// <param name="Price">What it costs in the app, without a coupon.</param>
/// <param name="Coupon">The coupon that is listed; null if there is none.</param>
/// <param name="InStock">Whether it can be bought.</param>
/// <param name="IsFlashSale">Whether it is in today's flash sale (秒杀).</param>
public sealed record MarketOffer(Money ListPrice, Money Price, MarketCoupon? Coupon, bool InStock, bool IsFlashSale)
{
    /// <summary>What the platform claims is left to pay with the coupon.</summary>
    public Money FinalPrice => Coupon?.Reduce(Price) ?? Price;

    /// <summary>What the coupon saves.</summary>
    public Money Saving => Price - FinalPrice;
}
