namespace DealBot.Simulators.Market;

/// <summary>What is odd about an item, so that every rule of the selection has something to decide.</summary>
public enum MarketItemTrait
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Same price, coupon and stock every day.</summary>
    Pinned,

    /// <summary>Still lists the coupon that ended yesterday, and still claims the price after it.</summary>
    StaleCoupon,

    /// <summary>Can't be bought.</summary>
    SoldOut,

    /// <summary>Bad reviews.</summary>
    LowRating,
}
