using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Pdd;

/// <summary>A shelf (opt) of Pinduoduo's and what stands on it.</summary>
internal sealed record PddShelf(int Id, string Name, Func<MarketItem, bool> Holds)
{
    public static readonly IReadOnlyList<PddShelf> All =
    [
        new(13, "水果", In("生鲜食品")),
        new(1, "食品", In("零食饮料", "粮油调味")),
        new(4, "母婴", In("母婴", "玩具乐器")),
        new(743, "男装", item => In("内衣服饰")(item) && IsEven(item)),
        new(14, "女装", In("内衣服饰")),
        new(16, "美妆", In("美妆护肤")),
        new(18, "电器", In("数码家电")),
        new(818, "家纺", item => In("家居日用")(item) && IsEven(item)),
        new(1451, "运动", In("运动户外")),
        new(2048, "汽车", In("汽车用品")),
        new(1281, "鞋包", item => In("运动户外", "内衣服饰")(item) && IsEven(item)),
        new(15, "百货", In("家居日用", "厨具", "五金工具", "个护清洁", "图书文具", "宠物用品")),
    ];

    /// <summary>The first shelf that an item stands on, which is the one its row names.</summary>
    public static PddShelf Of(MarketItem item) => All.First(shelf => shelf.Holds(item));

    private static Func<MarketItem, bool> In(params string[] categories) => item => categories.Contains(item.Category.Name1);

    private static bool IsEven(MarketItem item) => StableRandom.Hash("pdd shelf", item.SpuId) % 2 == 0;
}
