using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Pdd;

/// <summary><c>pdd.ddk.goods.search</c>.</summary>
internal sealed partial class PddGoodsMethods(int seed, MarketCatalogue catalogue, MarketPrices market, NetworkFaults faults)
{
    private const int DefaultPageSize = 100;
    private const int MaxRows = 10_000;
    private const int MaxSigns = 50;

    public PddAnswer Search(PddCall call)
    {
        var input = call.Input;
        var (page, size) = (input.Number("page") ?? 1, input.Number("page_size") ?? DefaultPageSize);
        var filter = ReadFilter(input);
        var sorting = ReadSorting(input.Number("sort_type") ?? 0);
        if (input.Malformed is { } malformed)
            return PddAnswer.BadParameters(malformed);

        if (page is < 1 or > MaxRows || size is < 10 or > 100)
            return PddAnswer.BadParameters("page_size应在10到100之间");

        if (filter is null || sorting is null)
            return PddAnswer.BadParameters(filter is null ? "keyword、goods_sign_list、opt_id至少填一个" : "sort_type");

        if (input.Text("pid") is { } pid && !call.Account.Positions.Contains(pid))
            return PddAnswer.Refused(50001, "业务服务错误", "推广位不存在");

        var found = Order(catalogue.Items.Select(item => new Listed(item, market.OfferAt(item, call.Now))).Where(filter), sorting, call.Now);
        return Answer(call, found, (int)page, (int)size);
    }

    private PddAnswer Answer(PddCall call, List<Listed> found, int page, int size)
    {
        var searchId = string.Create(CultureInfo.InvariantCulture, $"s{StableRandom.Hash(seed, call.Account.ClientId, Beijing.Day(call.Now)):x16}");
        var (rows, _) = MarketPage.Cut(found, page, size, faults.Take(NetworkFault.DuplicateRows, call.Method));
        return new PddAnswer("goods_search_response", new JsonObject
        {
            ["goods_list"] = new JsonArray([.. rows.Select(row => PddGoodsRow.Write(row.Item, row.Offer, searchId, call))]),
            ["total_count"] = Math.Min(found.Count, MaxRows),
            ["list_id"] = string.Create(CultureInfo.InvariantCulture, $"l{StableRandom.Hash(seed, "list", call.Now.ToUnixTimeSeconds()):x16}"),
            ["search_id"] = searchId,
        });
    }

    /// <summary>Null if nothing was searched for.</summary>
    private static Func<Listed, bool>? ReadFilter(PddParameters input)
    {
        var (signs, keyword, optId) = (input.List("goods_sign_list"), input.Text("keyword"), input.Number("opt_id"));
        var (withCoupon, merchant) = (input.Flag("with_coupon") ?? false, input.Number("merchant_type"));
        var ranges = PddRange.Read(input);
        if (signs.Count > MaxSigns || (signs.Count == 0 && keyword is null && optId is null))
            return null;

        var named = signs.ToHashSet(StringComparer.Ordinal);
        var words = Keyword(keyword);
        return row =>
            (named.Count == 0 || named.Contains(row.Item.ItemId))
            && words(row.Item)
            && (optId is null || PddShelf.All.Any(shelf => shelf.Id == optId && shelf.Holds(row.Item)))
            && (!withCoupon || row.Offer.Coupon is not null)
            && (merchant is null || merchant == (row.Item.IsSelfOperated ? 3 : 5))
            && ranges.All(range => range.Holds(row.Item, row.Offer));
    }

    /// <summary>An item's number, a page that names it or its sign, or words.</summary>
    private static Func<MarketItem, bool> Keyword(string? keyword)
    {
        if (keyword is null)
            return _ => true;

        if (Page().Match(keyword) is { Success: true } page)
            keyword = page.Groups["id"].Value;

        var words = keyword.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return item => keyword == item.ItemId
            || keyword == PddGoods.NumberOf(item).ToString(CultureInfo.InvariantCulture)
            || words.All(word => Searchable(item).Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string Searchable(MarketItem item) =>
        $"{item.Title}\n{item.Brand}\n{item.ShopName}\n{item.Category.Name1}\n{item.Category.Name2}\n{item.Category.Name3}";

    private static Sorting? ReadSorting(long type) => type switch
    {
        0 => new Sorting(null, Descends: true),
        1 or 2 => new Sorting((item, _) => item.CommissionRate.BasisPoints, type == 2),
        3 or 4 => new Sorting((_, offer) => offer.Price.Fen, type == 4),
        5 or 6 => new Sorting((item, _) => item.Sales30Days, type == 6),
        7 or 8 => new Sorting((_, offer) => offer.Coupon?.Discount.Fen ?? 0, type == 8),
        9 or 10 => new Sorting((_, offer) => offer.FinalPrice.Fen, type == 10),
        13 or 14 => new Sorting((item, offer) => item.CommissionRate.Of(offer.FinalPrice).Fen, type == 14),
        > 0 and <= 32 => new Sorting(null, Descends: true),
        _ => null,
    };

    // Without a sort the order is the platform's own mood of the day; it never changes while a caller pages.
    private List<Listed> Order(IEnumerable<Listed> rows, Sorting sorting, DateTimeOffset now)
    {
        var mood = rows.OrderBy(row => StableRandom.Hash(seed, "pdd mood", row.Item.SkuId, Beijing.Day(now)));
        return sorting.Key is not { } key ? [.. mood]
            : sorting.Descends ? [.. mood.OrderByDescending(row => key(row.Item, row.Offer))]
            : [.. mood.OrderBy(row => key(row.Item, row.Offer))];
    }

    [GeneratedRegex(@"[?&](?:goods_sign|goods_id)=(?<id>[0-9A-Za-z_-]+)")]
    private static partial Regex Page();

    private readonly record struct Listed(MarketItem Item, MarketOffer Offer);

    private sealed record Sorting(Func<MarketItem, MarketOffer, long>? Key, bool Descends);
}
