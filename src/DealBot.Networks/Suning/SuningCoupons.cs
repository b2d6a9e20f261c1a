using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>The coupon of a row, if one piece of the item can use it now.</summary>
internal static class SuningCoupons
{
    public static Coupon? Usable(WireNode info, Money price, DateTimeOffset now) => Read(info) is { } coupon && IsUsable(info, coupon, price, now) ? coupon : null;

    private static Coupon? Read(WireNode info) => info["couponValue"].Yuan is { } discount && info["couponUrl"].Text is { } page
        ? new Coupon(
            discount,

            // The misspelling is Suning's.
            info["bounsLimit"].Yuan ?? Money.Zero,
            page,
            Latest(info["couponStartTime"].Time, info["startTime"].Time),
            Earliest(info["couponEndTime"].Time, info["endTime"].Time))
        : null;

    private static bool IsUsable(WireNode info, Coupon coupon, Money price, DateTimeOffset now) =>
        coupon.Discount > Money.Zero
        && coupon.Discount < price
        && coupon.MinimumSpend <= price
        && info["couponCount"].Number is not 0
        && !(coupon.StartsAt > now)
        && !(coupon.EndsAt <= now);

    private static DateTimeOffset? Latest(DateTimeOffset? left, DateTimeOffset? right) => left > right || right is null ? left : right;

    private static DateTimeOffset? Earliest(DateTimeOffset? left, DateTimeOffset? right) => left < right || right is null ? left : right;
}
