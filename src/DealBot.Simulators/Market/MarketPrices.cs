using System.Collections.Concurrent;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Market;

/// <summary>
/// The life of prices, coupons and stock: a pure function of seed, item and moment. Prices move in blocks of three to eight days,
/// coupons run in cycles of four to ten, and now and then an item sells out, or the coupons of a day are all taken, in the course of a day.
/// </summary>
internal sealed class MarketPrices(int seed, MarketCatalogue catalogue)
{
    private const int HistoryDays = 60;

    private static readonly int[] Levels = [100, 100, 100, 96, 93, 90, 104];
    private static readonly int[] CouponSizes = [100, 100, 80, 120];

    // Looking two months back for every row of every page is what takes time in a rehearsal; the answer never changes.
    private readonly ConcurrentDictionary<(long SkuId, int Day, Money FinalPrice), int> _lowestForDays = new();

    public MarketOffer OfferAt(MarketItem item, DateTimeOffset at)
    {
        var day = Beijing.Day(at);
        var flash = IsFlashSale(item, day);
        var price = PriceOn(item, day, flash);
        return new MarketOffer(Money.Max(item.ListPrice, price), price, ListedCoupon(item, at), IsInStock(item, at), flash);
    }

    /// <summary>For how many days, today included, the price after the coupon has not been lower at noon.</summary>
    public int LowestForDays(MarketItem item, DateTimeOffset at)
    {
        var today = (item.SkuId, Beijing.Day(at), OfferAt(item, at).FinalPrice);
        return _lowestForDays.GetOrAdd(today, key => CountDays(item, key.Day, key.FinalPrice));
    }

    /// <summary>The coupon that a link names, and its item; null if the link was never given out or was altered.</summary>
    public (MarketItem Item, MarketCoupon Coupon)? FindCoupon(string link)
    {
        var parts = link.Split("kq", 3);
        return parts.Length == 3
            && long.TryParse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var sku)
            && int.TryParse(parts[2].AsSpan(0, Math.Min(6, parts[2].Length)), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var cycle)
            && catalogue.FindSku(sku) is { } item
            && CouponOfCycle(item, cycle) is { } coupon
            && coupon.Link == link
                ? (item, coupon)
                : null;
    }

    private int CountDays(MarketItem item, int day, Money today)
    {
        var days = 1;
        while (days < HistoryDays && OfferAt(item, Beijing.StartOfDay(day - days).AddHours(12)).FinalPrice >= today)
            days++;
        return days;
    }

    private MarketCoupon? ListedCoupon(MarketItem item, DateTimeOffset at)
    {
        if (item.UsualDiscount == Money.Zero)
            return null;

        var coupon = CouponOfCycle(item, CycleOf(item, Beijing.Day(at)));
        return item.Trait == MarketItemTrait.StaleCoupon || (coupon?.EndsAt >= at && !IsUsedUp(item, at)) ? coupon : null;
    }

    /// <summary>Coupons are given out in a number for each day, and now and then they are all taken before it ends.</summary>
    private bool IsUsedUp(MarketItem item, DateTimeOffset at)
    {
        var random = new StableRandom(seed, "used up", item.SkuId, Beijing.Day(at));
        return item.Trait != MarketItemTrait.Pinned && random.Chance(0.2) && at >= Beijing.StartOfDay(Beijing.Day(at)).AddMinutes(random.Between(8 * 60, 22 * 60));
    }

    private MarketCoupon? CouponOfCycle(MarketItem item, int cycle)
    {
        var random = new StableRandom(seed, "coupon", item.SkuId, cycle);
        var pinned = item.Trait is MarketItemTrait.Pinned or MarketItemTrait.StaleCoupon;
        if (random.Chance(0.15) && !pinned)
            return null;

        var size = pinned ? 100 : random.Pick(CouponSizes);
        var discount = WholeYuan(Money.Min(Share(item.UsualDiscount, size), Share(item.UsualPrice, 60)));

        // Below the lowest price that any day may bring, so that one piece always earns the coupon.
        var quota = Money.Max(discount + Money.FromYuan(1), WholeYuan(Share(item.UsualPrice, 70)));
        var (from, to) = SpanOf(item, cycle, random);
        return new MarketCoupon(discount, quota, LinkOf(item, cycle, random), from, to);
    }

    private static (DateTimeOffset From, DateTimeOffset To) SpanOf(MarketItem item, int cycle, StableRandom random)
    {
        var length = CycleLength(item);
        var first = (cycle * length) - Phase(item);
        var midday = random.Chance(0.2) && item.Trait != MarketItemTrait.Pinned;
        return item.Trait == MarketItemTrait.StaleCoupon
            ? (Beijing.StartOfDay(first - 4), Beijing.StartOfDay(first).AddSeconds(-1))
            : (Beijing.StartOfDay(first), Beijing.StartOfDay(first + length).AddSeconds(midday ? -random.Between(4, 12) * 3600 : -1));
    }

    // The %2B and the doubled slashes are there on purpose: a client that decodes, encodes or tidies the link alters it.
    private static string LinkOf(MarketItem item, int cycle, StableRandom random) => string.Create(
        CultureInfo.InvariantCulture,
        $"http://coupon.m.jd.com//coupons/show.action?linkKey=AAROH_{random.NextBits():x16}%2Bkq{item.SkuId:x}kq{cycle:x6}&to=mall.jd.com/index-{item.ShopId}.html");

    private Money PriceOn(MarketItem item, int day, bool flash)
    {
        if (item.Trait == MarketItemTrait.Pinned)
            return item.UsualPrice;

        var length = 3 + (int)(StableRandom.Hash("block", item.SkuId) % 6);
        var level = new StableRandom(seed, "price", item.SkuId, (day + Phase(item)) / length).Pick(Levels) - (flash ? 8 : 0);
        return level == 100 ? item.UsualPrice : NiceEnding(Share(item.UsualPrice, level));
    }

    private bool IsFlashSale(MarketItem item, int day) =>
        item.Trait == MarketItemTrait.None && StableRandom.Hash(seed, "flash", item.SkuId, day) % 18 == 0;

    private bool IsInStock(MarketItem item, DateTimeOffset at)
    {
        var random = new StableRandom(seed, "stock", item.SkuId, Beijing.Day(at));
        var soldOut = random.Chance(0.015) && at.ToOffset(Beijing.Offset).Hour >= random.Between(9, 22);
        return item.Trait == MarketItemTrait.Pinned || (item.Trait != MarketItemTrait.SoldOut && !soldOut);
    }

    private static Money NiceEnding(Money price) =>
        price < Money.FromYuan(20) ? new Money(price.Fen / 10 * 10) : Money.FromYuan(Math.Floor(price.Yuan) - 0.1m);

    private static Money WholeYuan(Money amount) => new(amount.Fen / 100 * 100);

    private static Money Share(Money amount, int percent) => new Rate(percent * 100).Of(amount);

    // A stale coupon ended the day before, whichever day it is.
    private static int CycleLength(MarketItem item) => item.Trait switch
    {
        MarketItemTrait.StaleCoupon => 1,
        MarketItemTrait.Pinned => 30,
        _ => 4 + (int)(StableRandom.Hash("cycle", item.SkuId) % 7),
    };

    private static int Phase(MarketItem item) => item.Trait == MarketItemTrait.StaleCoupon ? 0 : (int)(StableRandom.Hash("phase", item.SkuId) % 30);

    private static int CycleOf(MarketItem item, int day) => (day + Phase(item)) / CycleLength(item);
}
