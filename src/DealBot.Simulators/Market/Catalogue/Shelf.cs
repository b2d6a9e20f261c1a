namespace DealBot.Simulators.Market;

/// <summary>A top category, the colours of its pictures, and its table of products.</summary>
internal sealed record Shelf(int Cid1, string Name, string LightColour, string DarkColour, string Table)
{
    public static readonly IReadOnlyList<Shelf> All =
    [
        new(12218, "生鲜食品", "#f3fbe9", "#bfe3a0", FoodShelves.Fresh),
        new(12259, "粮油调味", "#fff6df", "#f3cf85", FoodShelves.Staple),
        new(1320, "零食饮料", "#fff0e6", "#ffc299", FoodShelves.Snack),
        new(1620, "家居日用", "#eef6f8", "#a9d3de", HomeShelves.Living),
        new(6196, "厨具", "#f7f2ec", "#dcc3a5", HomeShelves.Kitchen),
        new(14065, "五金工具", "#f0f2f5", "#b4bfcc", HomeShelves.Hardware),
        new(16750, "个护清洁", "#eaf7ff", "#9fd3f7", HomeShelves.Care),
        new(1315, "内衣服饰", "#f8f0fb", "#d9b8e8", PeopleShelves.Clothing),
        new(1319, "母婴", "#fff2f4", "#ffc1cc", PeopleShelves.Baby),
        new(1316, "美妆护肤", "#fff0f6", "#ffadd2", PeopleShelves.Beauty),
        new(652, "数码家电", "#eef2ff", "#a9b9f5", LeisureShelves.Digital),
        new(1713, "图书文具", "#f6f8ea", "#cdd99a", LeisureShelves.Book),
        new(6994, "宠物用品", "#fff8ea", "#f0cf9a", LeisureShelves.Pet),
        new(1318, "运动户外", "#e9faf3", "#95dbbd", LeisureShelves.Sport),
        new(6233, "玩具乐器", "#fffbe6", "#ffe58f", LeisureShelves.Toy),
        new(6728, "汽车用品", "#eff3f4", "#a7b8be", LeisureShelves.Car),
    ];

    public static Shelf Of(MarketItem item) => All.First(shelf => shelf.Cid1 == item.Category.Cid1);
}
