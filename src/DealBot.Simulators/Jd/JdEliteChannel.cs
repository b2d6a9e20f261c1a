using DealBot.Contracts;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Jd;

/// <summary>One channel of jingfen.query: which items it lists, and in which order unless the caller asks for another.</summary>
internal sealed record JdEliteChannel(int Id, string Name, Func<MarketItem, MarketOffer, bool> Lists, Func<MarketItem, MarketOffer, decimal>? Rank = null)
{
    public static readonly IReadOnlyDictionary<int, JdEliteChannel> All = new JdEliteChannel[]
    {
        new(1, "好券商品", (item, offer) => offer.Saving.Fen * 100 >= offer.Price.Fen * 20),
        new(2, "精选卖场", (item, _) => item.GoodReviews >= Rate.FromPercent(97)),
        new(10, "9.9包邮", (_, offer) => offer.FinalPrice <= Money.FromYuan(9.9m)),
        new(15, "京东配送", (item, _) => item.IsSelfOperated),
        new(22, "实时热销榜", (item, _) => item.Sales30Days >= 500, (item, _) => item.Sales30Days),
        new(23, "为你推荐", (_, _) => true),
        new(24, "数码家电", In("数码家电", "汽车用品")),
        new(25, "超市", In("粮油调味", "零食饮料", "个护清洁", "生鲜食品", "宠物用品")),
        new(26, "母婴玩具", In("母婴", "玩具乐器")),
        new(27, "家具日用", In("家居日用", "厨具", "五金工具")),
        new(28, "美妆穿搭", In("美妆护肤", "内衣服饰", "运动户外")),
        new(30, "图书文具", In("图书文具")),
        new(31, "今日必推", (item, offer) => offer.Coupon is not null && item.Sales30Days >= 1000),
        new(32, "京东好物", (item, _) => item.IsSelfOperated && item.GoodReviews >= Rate.FromPercent(96)),
        new(33, "京东秒杀", (_, offer) => offer.IsFlashSale),
        new(40, "高收益榜", (item, offer) => Fee(item, offer) >= Money.FromYuan(10), (item, offer) => Fee(item, offer).Fen),
        new(41, "自营热卖榜", (item, _) => item.IsSelfOperated, (item, _) => item.Sales30Days),
        new(108, "秒杀进行中", (_, offer) => offer.IsFlashSale),
        new(110, "自营", (item, _) => item.IsSelfOperated),
        new(112, "京东爆品", (item, _) => item.Sales30Days >= 3000, (item, _) => item.Sales30Days),
        new(129, "高佣榜单", (item, _) => item.CommissionRate >= Rate.FromPercent(20), (item, _) => item.CommissionRate.BasisPoints),
        new(210, "极速版", (_, offer) => offer.FinalPrice <= Money.FromYuan(30)),
        Sample(34, "拼购"), Sample(109, "新品首发"), Sample(125, "首购"), Sample(130, "视频商品"), Sample(153, "历史最低价"),
        Sample(238, "新人价"), Sample(247, "京喜9.9"), Sample(249, "京喜秒杀"), Sample(315, "秒杀未开始"), Sample(426, "京喜自营"),
        Sample(515, "订单接龙商品"), Sample(519, "官方活动"), Sample(1001, "选品库"),
    }.ToDictionary(channel => channel.Id);

    private static Func<MarketItem, MarketOffer, bool> In(params string[] categories) => (item, _) => categories.Contains(item.Category.Name1);

    // Channels whose subject the simulator does not model list a fixed eighth of the goods.
    private static JdEliteChannel Sample(int id, string name) =>
        new(id, name, (item, _) => StableRandom.Hash("elite", id, item.SkuId) % 8 == 0);

    private static Money Fee(MarketItem item, MarketOffer offer) => item.CommissionRate.Of(offer.FinalPrice);
}
