using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>The coupon of a row, as far as one piece of the item can use it now.</summary>
internal static class PddCoupons
{
    /// <summary>Null if there is none, or none that can be used.</summary>
    /// <param name="row">The row of goods.</param>
    /// <param name="price">What the item costs without it.</param>
    /// <param name="page">The item's page: the coupon has no address of its own, it comes with the item.</param>
    /// <param name="now">When the answer came.</param>
    public static Coupon? Read(WireNode row, Money price, string page, DateTimeOffset now)
    {
        if (row["coupon_discount"].Fen is not { } discount || discount <= Money.Zero || discount >= price || IsUsedUp(row))
        {
            return null;
        }

        var coupon = new Coupon(
            discount,
            row["coupon_min_order_amount"].Fen ?? Money.Zero,
            page,
            row["coupon_start_time"].Seconds,
            row["coupon_end_time"].Seconds);
        return coupon.MinimumSpend <= price && !(coupon.StartsAt > now) && !(coupon.EndsAt <= now) ? coupon : null;
    }

    // The flag is missing from some bodies; then a discount says enough.
    private static bool IsUsedUp(WireNode row) =>
        (row["has_coupon"].Exists && !row["has_coupon"].IsSet) || row["coupon_remain_quantity"].Number == 0;
}
