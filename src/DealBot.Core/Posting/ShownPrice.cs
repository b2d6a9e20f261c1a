using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>What a deal was picked for, or what a post already says of it, and what must hold for it still.</summary>
/// <param name="Most">The final price; a higher one breaks the promise. Null where none was given.</param>
/// <param name="HasCoupon">Whether a coupon is promised by name.</param>
/// <param name="CouponEndsAt">When that coupon ends; null if it is not known.</param>
public sealed record ShownPrice(Money? Most, bool HasCoupon, DateTimeOffset? CouponEndsAt)
{
    /// <summary>Of a deal that is about to be shown as it is found: no coupon is promised yet, but the price is what it was picked for.</summary>
    public static ShownPrice PickedFor(Deal deal) => new(deal.FinalPrice, HasCoupon: false, CouponEndsAt: null);

    /// <summary>Of a deal that the owner wants at whatever price.</summary>
    public static readonly ShownPrice Any = new(null, HasCoupon: false, CouponEndsAt: null);
}
