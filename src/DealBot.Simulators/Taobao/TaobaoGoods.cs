using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Taobao;

/// <summary>The goods by their words. Taobao finds what is alike, the most alike first; ids are its own.</summary>
internal sealed class TaobaoGoods
{
    private const int PercentAlike = 50;

    private readonly IReadOnlyList<Worded> _goods;

    public TaobaoGoods(MarketCatalogue catalogue) => _goods = [.. catalogue.Items.Select(item => new Worded(item, Pairs(TextOf(item))))];

    public static string IdOf(MarketItem item) => $"{item.ItemId[4..12]}{item.SkuId % 97:D2}-{item.ItemId[12..34]}";

    /// <summary>Everything that half of the pairs of letters asked for occur in; with no words, everything.</summary>
    public IReadOnlyList<MarketItem> Find(string? words, long? category, int seed, int day)
    {
        var wanted = Pairs(words ?? "");
        return
        [
            .. _goods
                .Where(good => category is null || category == good.Item.Category.Cid1 || category == good.Item.Category.Cid2 || category == good.Item.Category.Cid3)
                .Select(good => (good.Item, Alike: Alike(good, wanted, words)))
                .Where(hit => hit.Alike >= PercentAlike)
                .OrderByDescending(hit => hit.Alike)
                .ThenBy(hit => StableRandom.Hash(seed, "mood", hit.Item.SkuId, day))
                .Select(hit => hit.Item),
        ];
    }

    private static int Alike(Worded good, HashSet<string> wanted, string? words) => wanted.Count == 0
        ? (words is null || TextOf(good.Item).Contains(words, StringComparison.OrdinalIgnoreCase) ? 100 : 0)
        : wanted.Count(good.Pairs.Contains) * 100 / wanted.Count;

    private static string TextOf(MarketItem item) => $"{item.Title} {item.Brand} {item.ShopName} {item.Category.Name1} {item.Category.Name2} {item.Category.Name3}";

    private static HashSet<string> Pairs(string text) =>
        [.. text.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Enumerable.Range(0, Math.Max(0, word.Length - 1)).Select(at => word.Substring(at, 2)))];

    private sealed record Worded(MarketItem Item, HashSet<string> Pairs);
}
