using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>The coupons of a row, as far as one piece of the item can use them now.</summary>
internal static class VipCoupons
{
    private static readonly string[] Members = ["exclusiveCoupon", "couponInfo"];

    /// <summary>Whether the row speaks of a coupon at all, usable or not.</summary>
    public static bool AreListed(WireNode row) => Members.Any(member => !row[member].IsEmpty);

    /// <summary>The larger of the affiliates' own coupon and the public one; null if none can be used.</summary>
    public static Coupon? Best(WireNode row, Money price, DateTimeOffset now) => Members
        .SelectMany(member => row[member].Items)
        .Select(Read)
        .OfType<Coupon>()
        .Where(coupon => IsUsable(coupon, price, now))
        .MaxBy(coupon => coupon.Discount);

    private static Coupon? Read(WireNode node) => node["fav"].Yuan is { } discount
        ? new Coupon(
            discount,
            node["buy"].Yuan ?? Money.Zero,
            node["couponNo"].Text ?? "",
            node["activateBeginTime"].Time ?? node["useBeginTime"].Time,
            node["activateEndTime"].Time ?? node["useEndTime"].Time)
        : null;

    private static bool IsUsable(Coupon coupon, Money price, DateTimeOffset now) =>
        coupon.Discount > Money.Zero
        && coupon.Discount < price
        && coupon.MinimumSpend <= price
        && !(coupon.StartsAt > now)
        && !(coupon.EndsAt <= now);
}
