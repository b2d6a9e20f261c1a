using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>The coupons of a row, as far as one piece of the item can use them now.</summary>
internal static class JdCoupons
{
    /// <summary>JD's own choice if it can be used, else the largest discount; null if none can be used.</summary>
    public static Coupon? Best(IReadOnlyList<WireNode> coupons, Money price, DateTimeOffset now) =>
        coupons
            .Select(node => (Coupon: Read(node), IsBest: node["isBest"].IsSet))
            .Where(entry => entry.Coupon is { } coupon && IsUsable(coupon, price, now))
            .OrderByDescending(entry => entry.IsBest)
            .ThenByDescending(entry => entry.Coupon!.Discount)
            .Select(entry => entry.Coupon)
            .FirstOrDefault();

    private static Coupon? Read(WireNode node) =>
        node["discount"].Yuan is { } discount && node["link"].Text is { } link
            ? new Coupon(
                discount,
                node["quota"].Yuan ?? Money.Zero,
                link,
                Latest(node["getStartTime"].Time, node["useStartTime"].Time),
                Earliest(node["getEndTime"].Time, node["useEndTime"].Time))
            : null;

    private static bool IsUsable(Coupon coupon, Money price, DateTimeOffset now) =>
        coupon.Discount > Money.Zero
        && coupon.Discount < price
        && coupon.MinimumSpend <= price
        && !(coupon.StartsAt > now)
        && !(coupon.EndsAt <= now);

    private static DateTimeOffset? Latest(DateTimeOffset? left, DateTimeOffset? right) => left > right || right is null ? left : right;

    private static DateTimeOffset? Earliest(DateTimeOffset? left, DateTimeOffset? right) => left < right || right is null ? left : right;
}
