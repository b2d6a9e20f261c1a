using DealBot.Contracts;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Market;

/// <summary>The invented goods, the same for every seed: ids, titles and shops never change.</summary>
public sealed class MarketCatalogue
{
    private readonly Dictionary<long, MarketItem> _bySku;
    private readonly Dictionary<string, MarketItem> _byItemId;

    private MarketCatalogue(IReadOnlyList<MarketItem> items)
    {
        Items = items;
        _bySku = items.ToDictionary(item => item.SkuId);
        _byItemId = items.ToDictionary(item => item.ItemId);
    }

    /// <summary>All items, category by category.</summary>
    public IReadOnlyList<MarketItem> Items { get; }

    /// <summary>Builds the catalogue from its tables.</summary>
    /// <param name="ownShop">How the network's own shop of a brand is called, after the brand.</param>
    /// <param name="sells">What the network sells; null for everything.</param>
    /// <param name="asSold">What the network changes of an item: the ids it gives, the steps its rates have; null for nothing.</param>
    public static MarketCatalogue Build(string ownShop = "京东自营旗舰店", Func<MarketItem, bool>? sells = null, Func<MarketItem, MarketItem>? asSold = null) => new(
    [
        .. Shelf.All.SelectMany(shelf => ReadShelf(shelf, ownShop)).Where(item => sells?.Invoke(item) ?? true).Select(item => asSold?.Invoke(item) ?? item),
    ]);

    /// <summary>The item of a SKU number; null if there is none.</summary>
    public MarketItem? FindSku(long skuId) => _bySku.GetValueOrDefault(skuId);

    /// <summary>The item of an opaque item id; null if there is none.</summary>
    public MarketItem? FindItemId(string itemId) => _byItemId.GetValueOrDefault(itemId);

    private static IEnumerable<MarketItem> ReadShelf(Shelf shelf, string ownShop) =>
        shelf.Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line => Vary(shelf, ProductLine.Read(line), ownShop));

    private static IEnumerable<MarketItem> Vary(Shelf shelf, ProductLine line, string ownShop)
    {
        var mainSku = SkuOf(line, line.Variants[0]);
        return line.Variants.Select(variant => Create(shelf, line, variant, mainSku, ownShop));
    }

    private static MarketItem Create(Shelf shelf, ProductLine line, ProductVariant variant, long mainSku, string ownShop)
    {
        var sku = SkuOf(line, variant);
        var random = new StableRandom("item", sku);
        var trait = variant.IsPinned ? MarketItemTrait.Pinned : DrawTrait(random, variant);
        var sales = DrawSales(random, variant);
        return new MarketItem
        {
            SkuId = sku,
            ItemId = ItemIdOf(sku),
            SpuId = mainSku,
            Title = TitleOf(line, variant),
            Brand = line.Brand,
            Category = new MarketCategory(
                shelf.Cid1, shelf.Name, NumberOf(shelf.Name, line.Group), line.Group, NumberOf(line.Group, line.Kind), line.Kind),
            ShopId = line.IsSelfOperated ? 1_000_000_000 + NumberOf("self", line.Brand) : 10_000_000 + NumberOf("shop", line.Brand),
            ShopName = line.Brand + (line.IsSelfOperated ? ownShop : ShopSuffix(line)),
            IsSelfOperated = line.IsSelfOperated,
            ListPrice = variant.IsPinned ? variant.Price : MarkUp(variant.Price, random),
            UsualPrice = variant.Price,
            UsualDiscount = variant.Discount,
            CommissionRate = DrawRate(line, random),
            GoodReviews = Rate.FromPercent(trait == MarketItemTrait.LowRating ? random.Between(76, 87) : random.Between(92, 99)),
            Comments = (long)sales * random.Between(8, 60) + random.Next(100),
            Sales30Days = sales,
            Emoji = line.Emoji,
            Label = $"{line.Kind} {variant.Size}",
            Trait = trait,
        };
    }

    // A pinned item leads its shelf, so its own commission stays as the table says.
    private static Rate DrawRate(ProductLine line, StableRandom random) =>
        line.Variants[0].IsPinned
            ? line.Commission
            : random.Chance(0.06) ? new Rate(50 + (random.Next(3) * 25)) : new Rate(line.Commission.BasisPoints * random.Between(8, 12) / 10);

    private static MarketItemTrait DrawTrait(StableRandom random, ProductVariant variant) => random.Next(100) switch
    {
        < 3 when variant.Discount > Money.Zero => MarketItemTrait.StaleCoupon,
        >= 3 and < 5 => MarketItemTrait.SoldOut,
        >= 5 and < 10 => MarketItemTrait.LowRating,
        _ => MarketItemTrait.None,
    };

    private static int DrawSales(StableRandom random, ProductVariant variant)
    {
        var sales = (int)Math.Pow(10, 1.2 + (random.NextFraction() * 3));
        return variant.IsPinned ? 12_800 : variant.Price > Money.FromYuan(500) ? (sales / 20) + 3 : sales;
    }

    private static Money MarkUp(Money price, StableRandom random)
    {
        var dearer = price * random.Pick<long>([100, 100, 110, 120, 125, 140, 160]);
        return random.Chance(0.25) ? price : Money.Max(price, Money.FromYuan(Math.Ceiling(dearer.Yuan / 100m) - 0.1m));
    }

    private static string TitleOf(ProductLine line, ProductVariant variant) =>
        StableRandom.Hash("title", line.Product, variant.Size) % 3 == 0 && !variant.IsPinned
            ? $"{line.Brand} {line.Product} {line.Points} {variant.Size}"
            : $"{line.Brand}{line.Product} {variant.Size} {line.Points}";

    private static string ShopSuffix(ProductLine line) =>
        (NumberOf("suffix", line.Brand) % 3) switch { 0 => $"{line.Group}专营店", 1 => "官方旗舰店", _ => "旗舰店" };

    private static long SkuOf(ProductLine line, ProductVariant variant)
    {
        var number = (long)(StableRandom.Hash("sku", line.Brand, line.Product, variant.Size) % 100_000_000);
        return line.IsSelfOperated ? 100_000_000_000 + number : 10_000_000_000_000 + (number * 100) + 7;
    }

    private static string ItemIdOf(long sku)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
        var random = new StableRandom("itemId", sku);
        return string.Concat("MsDx", new string([.. Enumerable.Range(0, 39).Select(_ => Alphabet[random.Next(Alphabet.Length)])]));
    }

    private static int NumberOf(string scope, string name) => 10_000 + (int)(StableRandom.Hash(scope, name) % 890_000);
}
