using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Metrics;
using DealBot.Core.Rendering;
using DealBot.Core.Scheduling;
using DealBot.Templating;

namespace DealBot.Host.Commands;

/// <summary>Sample data for templates, so that one can be looked at or checked before anything runs.</summary>
internal static class SampleModels
{
    private static readonly DateTimeOffset Moment = new(2026, 6, 18, 8, 30, 0, TimeSpan.FromHours(8));

    private static readonly Audience Neighbours = new() { Id = "neighbour", Name = "邻里" };

    private static readonly Group Group = new()
    {
        Id = "sample",
        Name = "示例群",
        Owner = "owner",
        Adapter = "preview",
        Address = "sample",
        Audience = Neighbours.Id,
        Schedule = "sample",
    };

    private static readonly Deal Shampoo = new()
    {
        Key = new DealKey("jd", "sample"),
        Title = "霸王 防脱育发洗发水 400ml 生姜控油蓬松",
        Brand = "霸王",
        ShopName = "霸王京东自营旗舰店",
        Seller = SellerKind.Platform,
        Category = "个护清洁",
        Price = Money.FromYuan(49.9m),
        FinalPrice = Money.FromYuan(24.9m),
        Coupon = new Coupon(Money.FromYuan(25), Money.FromYuan(49), "https://coupon.jd.com/", null, Moment.AddDays(3)),
        CommissionRate = Rate.FromPercent(15),
        GoodReviews = Rate.FromPercent(97),
        Sales30Days = 23_400,
        MaterialUrl = "https://item.jd.com/1.html",
        SeenAt = Moment,
    };

    public static TemplateObject Post()
    {
        var plan = new SlotPlan
        {
            Audience = Neighbours,
            Deals = 1,
            Filter = DealFilter.Default,
            Copy = TemplateChoice.Default.Copy!,
            Poster = TemplateChoice.Default.Poster,
        };
        return DealModel.OfPost(new Slot(Group, Moment, plan), [DealModel.Of(Shampoo, "https://deal.example.cn/g/7kq2mzp4xw3", null)]);
    }

    public static TemplateObject Digest()
    {
        var hours = Enumerable.Range(0, 24).Select(hour => hour is < 7 or > 22
            ? Figures.None
            : new Figures(2, 9 + (hour * 5 % 11), 7 + (hour * 3 % 7), hour % 3, new Money(2990 * (hour % 3)), new Money(420 * (hour % 3)))).ToList();
        var today = Figures.Sum(hours);
        var day = DateOnly.FromDateTime(Moment.DateTime);
        var owner = new Owner
        {
            Id = "owner",
            Name = "张姐",
            NetworkAccounts = new Dictionary<string, string>(),
            Digest = new DigestSettings { At = new TimeOnly(21, 30), Adapter = "preview", Address = "owner" },
        };
        return DigestModel.Of(owner, new DigestFigures(
            day,
            today,
            today with { Clicks = today.Clicks - 12, Orders = today.Orders - 3 },
            new Figures(today.Posts * 7, today.Clicks * 6, today.Visitors * 6, today.Orders * 6, today.Sales * 6, today.Commission * 6),
            [.. Enumerable.Range(-13, 14).Select(offset => (day.AddDays(offset), today with { Commission = new Money(today.Commission.Fen - (offset * offset * 31)) }))],
            hours,
            [(Group, today)],
            [new DealResult(Shampoo.Key, Shampoo.Title, 2, 31, 4, Money.FromYuan(14.94m))],
            [new SkipCount("skipped", new Phrase("没有符合要求的商品", "no deal fits"), 1)],
            [new FlagCount("第一", 1)]));
    }
}
