using System.Globalization;
using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>What leads from an item's price to the one after coupon and promotions (<c>final_promotion_path_list</c>).</summary>
internal static partial class TaobaoPromotions
{
    /// <summary>The largest coupon that can be used now; null if there is none.</summary>
    public static Coupon? Coupon(IReadOnlyList<WireNode> path, Money price, DateTimeOffset now) => path
        .Where(node => IsCoupon(node) && IsOn(node, now))
        .Select(Read)
        .OfType<Coupon>()
        .Where(coupon => coupon.Discount > Money.Zero && coupon.Discount < price && coupon.MinimumSpend <= price)
        .OrderByDescending(coupon => coupon.Discount)
        .FirstOrDefault();

    /// <summary>What the promotions take off that Taobao still reckons with although they are over, or not on yet.</summary>
    public static Money NotOn(IReadOnlyList<WireNode> path, DateTimeOffset now) =>
        path.Where(node => !IsOn(node, now)).Aggregate(Money.Zero, (sum, node) => sum + Money.Max(Money.Zero, node["promotion_fee"].Yuan ?? Money.Zero));

    private static bool IsCoupon(WireNode node) => node["promotion_title"].Text?.Contains('券', StringComparison.Ordinal) ?? false;

    private static bool IsOn(WireNode node, DateTimeOffset now) =>
        !(node["promotion_start_time"].Time > now) && !(node["promotion_end_time"].Time <= now);

    private static Coupon? Read(WireNode node) => node["promotion_fee"].Yuan is { } discount
        ? new Coupon(
            discount,
            Minimum(node["promotion_desc"].Text),
            node["promotion_id"].Text ?? "",
            node["promotion_start_time"].Time,
            node["promotion_end_time"].Time)
        : null;

    /// <summary>The 199 of 满199减100; zero if the words name no such amount.</summary>
    private static Money Minimum(string? words) =>
        words is not null && Condition().Match(words) is { Success: true } match && decimal.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var yuan)
            ? Money.FromYuan(yuan)
            : Money.Zero;

    [GeneratedRegex(@"满\s?([0-9]{1,7}(?:\.[0-9]{1,2})?)", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
