using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Rendering;
using DealBot.Templating;

namespace DealBot.Core.Tests.Posters;

/// <summary>The posts that every poster template must survive, by name.</summary>
internal static class PosterCases
{
    private const string Picture =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private const string LongTitle =
        "【官方正品】霸王防脱育发洗发水400ml生姜控油蓬松去屑止痒男女士专用洗发露家庭装草本植萃养护发根强韧发丝持久留香温和不刺激敏感头皮可用 Professional Anti-Hair-Loss Shampoo 400ml×2瓶装送旅行装50ml";

    private static readonly DateTimeOffset At = Some.Shanghai("2026-06-18 08:30");

    private static readonly Deal Shampoo = Some.Deal("1", 49.9m, 24.9m, title: "霸王 防脱育发洗发水 400ml 生姜控油蓬松", category: "个护清洁") with
    {
        ShopName = "霸王京东自营旗舰店",
        Seller = SellerKind.Platform,
        Subcategory = "洗发水",
        Coupon = new Coupon(Money.FromYuan(25), Money.FromYuan(49), "https://coupon.example/1", null, At.AddDays(20)),
        Sales30Days = 23_400,
    };

    private static readonly Deal Dear = Shampoo with
    {
        Price = Money.FromYuan(128_888),
        FinalPrice = Money.FromYuan(98_888.88m),
        Coupon = new Coupon(Money.FromYuan(29_999.12m), Money.FromYuan(128_888), "https://coupon.example/1", null, At.AddDays(20)),
        Sales30Days = 12_345_678,
    };

    private static readonly Deal Bare = Shampoo with
    {
        Title = "苹果一斤",
        ShopName = null,
        Seller = SellerKind.Unknown,
        Subcategory = null,
        Price = Money.FromYuan(0.01m),
        FinalPrice = Money.FromYuan(0.01m),
        Coupon = null,
        GoodReviews = null,
        Sales30Days = null,
    };

    private static readonly Campaign Sale = new() { Id = "618-2026", Name = "618 大促", From = new DateOnly(2026, 6, 16), To = new DateOnly(2026, 6, 20) };

    public static IReadOnlyList<string> Templates { get; } =
        [.. new TemplateLibrary(Repository.Path("templates")).Names.Where(name => name.StartsWith("posters/", StringComparison.Ordinal) && !name.Contains("/_parts/", StringComparison.Ordinal))];

    public static IReadOnlyDictionary<string, TemplateObject> All { get; } = new Dictionary<string, TemplateObject>
    {
        ["ordinary"] = Post([Shampoo]),
        ["short title"] = Post([Shampoo with { Title = "霸王" }]),
        ["long title, shop and group"] = Post(
            [Shampoo with { Title = LongTitle, ShopName = "北京霸王日化用品销售有限责任公司京东官方授权海外旗舰专营店" }], "幸福里小区邻里互助团购优惠信息分享交流总群第十二分群"),
        ["dear"] = Post([Dear with { Title = LongTitle }]),
        ["from dear to a fen"] = Post([Dear with { FinalPrice = new Money(1), Coupon = Dear.Coupon! with { Discount = Money.FromYuan(128_887.99m), MinimumSpend = Money.Zero, EndsAt = null } }]),
        ["cheaper without coupon"] = Post([Shampoo with { Coupon = null }]),
        ["nothing saved, no picture, rating, sales or shop"] = Post([Bare], picture: null),
        ["coupon ends in two days"] = Post([Shampoo with { Coupon = Shampoo.Coupon! with { EndsAt = At.AddMinutes((2 * 1440) + (15 * 60) + 29) } }]),
        ["coupon ends today"] = Post([Shampoo with { Coupon = Shampoo.Coupon! with { EndsAt = At.AddMinutes(209) } }]),
        ["campaign"] = Post([Shampoo], campaign: Sale),
        ["campaign of a long name"] = Post([Dear], campaign: Sale with { Name = "年货节开学季周年庆超长活动名称" }),
        ["two"] = Post(Several(2)),
        ["three"] = Post(Several(3)),
        ["five"] = Post(Several(5)),
        ["nine"] = Post(Several(9)),
        ["nine dear"] = Post([.. Enumerable.Range(0, 9).Select(_ => Dear with { Title = LongTitle })]),
        ["nine bare"] = Post([.. Enumerable.Range(0, 9).Select(_ => Bare)], picture: null),
    };

    /// <summary>A post of so many different deals.</summary>
    public static TemplateObject Of(int deals) => Post(Several(deals));

    public static string Render(string template, TemplateObject model) =>
        new TemplateRenderer(new TemplateLibrary(Repository.Path("templates")), TimeProvider.System).Render(template, model, CancellationToken.None);

    private static TemplateObject Post(IReadOnlyList<Deal> deals, string group = "阳光花园宝妈群", string? picture = Picture, Campaign? campaign = null)
    {
        var slot = Some.Slot(At, Some.Group() with { Name = group }, Some.Plan() with { Campaign = campaign });
        return DealModel.OfPost(slot, [.. deals.Select((deal, i) => DealModel.Of(deal, $"https://deal.example.cn/g/7kq2mzp4x{i:000}", picture, At))]);
    }

    /// <summary>With and without coupon, rating, sales; titles of two lengths.</summary>
    private static IReadOnlyList<Deal> Several(int count) =>
        [.. Enumerable.Range(1, count).Select(i => (i % 3) switch
        {
            1 => Shampoo with { Title = $"第{i}款 " + Shampoo.Title, FinalPrice = Money.FromYuan(20 + i), Sales30Days = 900 * i },
            2 => Shampoo with { Title = $"抽纸{i}", Coupon = null, Seller = SellerKind.Shop },
            _ => Bare with { Title = $"汇源橙汁 1L×{i.ToString(CultureInfo.InvariantCulture)}盒 果汁饮料 家庭聚会", FinalPrice = Money.FromYuan(45), Price = Money.FromYuan(45) },
        })];
}
