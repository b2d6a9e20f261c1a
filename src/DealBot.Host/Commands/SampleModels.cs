using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Digests;
using DealBot.Core.Groups;
using DealBot.Core.Metrics;
using DealBot.Core.Notices;
using DealBot.Core.Rendering;
using DealBot.Core.Scheduling;
using DealBot.Core.Shares;
using DealBot.Templating;

namespace DealBot.Host.Commands;

/// <summary>
/// Sample data for templates, so that one can be looked at or checked before anything runs. The first sample of each kind has everything
/// and is what <c>dealbot render</c> shows; the others are what a template meets later and fails on if it takes too much for granted.
/// </summary>
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
        Subcategory = "洗发护发",
        Price = Money.FromYuan(49.9m),
        FinalPrice = Money.FromYuan(24.9m),
        Coupon = new Coupon(Money.FromYuan(25), Money.FromYuan(49), "https://coupon.jd.com/", null, Moment.AddDays(3)),
        CommissionRate = Rate.FromPercent(15),
        GoodReviews = Rate.FromPercent(97),
        Sales30Days = 23_400,
        MaterialUrl = "https://item.jd.com/1.html",
        SeenAt = Moment,
    };

    /// <summary>What is said of its price after five weeks.</summary>
    private static readonly PriceFacts Watched = new() { LowOfDays = 30, LowSinceWatched = 35, Usual = Money.FromYuan(29.9m), RealDiscount = Rate.FromPercent(16.72m) };

    /// <summary>A deal of which the network tells no more than it must, with a title that spoils an SVG if it is taken for markup.</summary>
    private static readonly Deal Towels = new()
    {
        Key = new DealKey("jd", "bare"),
        Title = "洁丽雅 纯棉毛巾 3 条装 <A&B 款>",
        Category = "家居日用",
        Price = Money.FromYuan(29),
        FinalPrice = Money.FromYuan(29),
        CommissionRate = Rate.FromPercent(10),
        MaterialUrl = "https://item.jd.com/2.html",
        SeenAt = Moment,
    };

    private static readonly Campaign Midyear = new() { Id = "618", Name = "618 年中好价", From = new DateOnly(2026, 6, 16), To = new DateOnly(2026, 6, 20) };

    private static readonly Owner Owner = new()
    {
        Id = "owner",
        Name = "张姐",
        NetworkAccounts = new Dictionary<string, string>(),
        Digest = new DigestSettings { At = new TimeOnly(21, 30), Adapter = "preview", Address = "owner" },
    };

    /// <summary>The samples for a template, by its folder; those for posts if it is in none of the known ones.</summary>
    public static IReadOnlyList<Sample> For(string template) => template.Split('/')[0] switch
    {
        "digests" =>
        [
            new(new Phrase("平常的一天", "an ordinary day"), Digest()),
            new(new Phrase("第一天，还没有任何数据", "the first day, with nothing to show"), FirstDigest()),
        ],
        "statements" => SampleStatement.All(Owner, template == StatementPicture.TemplateIn(Language.English) ? Language.English : Language.Chinese),
        "reports" => [new(new Phrase("一天的演练", "a day's rehearsal"), SampleRehearsal.Model(Group, Owner, Neighbours))],
        _ =>
        [
            new(new Phrase("一款有券的商品", "one deal with a coupon"), Post(template, [Shampoo], null)),
            new(new Phrase("一款没有券、没有评价也没有降价的商品", "one deal without coupon, rating or saving"), Post(template, [Towels], null)),
            new(new Phrase("活动期的四款商品", "four deals in a campaign"), Post(template, [Shampoo, Towels, Shampoo, Towels], Midyear)),
        ],
    };

    private static TemplateObject Post(string template, IReadOnlyList<Deal> deals, Campaign? campaign)
    {
        // The groups that choose a template in English are those whose language it is.
        var language = template.Contains(".en.", StringComparison.Ordinal) ? Language.English : Language.Chinese;
        var plan = new SlotPlan
        {
            Audience = Neighbours,
            Deals = deals.Count,
            Filter = DealFilter.Default,
            Copy = TemplateChoice.Default.Copy!,
            Poster = TemplateChoice.Default.Poster,
            Campaign = campaign,
        };
        return DealModel.OfPost(
            new Slot(Group with { Language = language }, Moment, plan),
            [.. deals.Select(deal => DealModel.Of(deal, "https://deal.example.cn/g/7kq2mzp4xw3", null, Moment, deal == Shampoo ? Watched : null, language: language))]);
    }

    private static TemplateObject FirstDigest()
    {
        var day = DateOnly.FromDateTime(Moment.DateTime);
        return DigestModel.Of(Owner, new DigestFigures(
            day,
            Figures.None,
            Figures.None,
            Figures.None,
            [.. Enumerable.Range(-13, 14).Select(offset => (day.AddDays(offset), Figures.None))],
            [.. Enumerable.Repeat(Figures.None, 24)],
            [],
            [],
            [],
            []));
    }

    private static TemplateObject Digest()
    {
        var hours = Enumerable.Range(0, 24).Select(hour => hour is < 7 or > 22
            ? Figures.None
            : new Figures(2, 9 + (hour * 5 % 11), 7 + (hour * 3 % 7), hour % 3, new Money(2990 * (hour % 3)), new Money(420 * (hour % 3)))).ToList();
        var today = Figures.Sum(hours);
        var day = DateOnly.FromDateTime(Moment.DateTime);
        return DigestModel.Of(Owner, new DigestFigures(
            day,
            today,
            today with { Clicks = today.Clicks - 12, Orders = today.Orders - 3 },
            new Figures(today.Posts * 7, today.Clicks * 6, today.Visitors * 6, today.Orders * 6, today.Sales * 6, today.Commission * 6),
            [.. Enumerable.Range(-13, 14).Select(offset => (day.AddDays(offset), today with { Commission = new Money(today.Commission.Fen - (offset * offset * 31)) }))],
            hours,
            [(Group, today)],
            [new DealResult(Shampoo.Key, Shampoo.Title, 2, 31, 4, Money.FromYuan(14.94m))],
            [new SkipCount("skipped", new Phrase("没有符合要求的商品", "no deal fits"), 1)],
            [new FlagCount("第一", 1)])
        {
            Notices = [new KeptNotice("account_slow", "wecom/robot-1", new Phrase("账号 wecom/robot-1 发得太快，已放慢", "wecom/robot-1 posts too fast and was slowed"), Moment, Moment, 2, null)],
            HeldBack = [new HeldBackCount("jd", "2001402", new Phrase("商品不在推广中", "the item is not promoted"), 2, Money.FromYuan(7.47m))],
            Unattributed = new UnattributedOrders(2, new Money(360)),
            Members = new Dictionary<string, MemberDay> { [Group.Id] = new(Group.Id, day, 486, 5, 2) },
            Rechecks = new RecheckCount(3, 1),
            Drift = new Drift(32, TimeSpan.FromSeconds(4), TimeSpan.FromMinutes(12)),
        });
    }
}
