using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Jd;

/// <summary><c>jd.union.open.goods.jingfen.query</c> and <c>jd.union.open.goods.query</c>.</summary>
internal sealed class JdGoodsMethods(int seed, MarketCatalogue catalogue, MarketPrices market, JdMaterials materials, NetworkFaults faults)
{
    private const int DefaultPageSize = 20;
    private const int MaxIds = 20;
    private const int MaxRows = 10_000;

    public JsonObject QueryChannel(JdCall call)
    {
        var input = CallParameters.Open(call.Json, "goodsReq");
        var eliteId = input?.Number("eliteId");
        var paging = ReadPaging(input, maxSize: 50);
        var sort = ReadSort(input, "inOrderCount30DaysSku");
        if (input?.Malformed is not null || eliteId is null || paging is null || sort is null)
            return BadParameters();

        if (!JdEliteChannel.All.TryGetValue((int)eliteId, out var channel))
            return JdInner.Refused(401, "参数错误:eliteId不存在");

        var rows = Today(call.Now).Where(row => channel.Lists(row.Item, row.Offer));
        var answer = AnswerPage(Order(rows, sort, channel.Rank, call.Now), paging.Value, call);
        foreach (var row in answer["data"]?.AsArray() ?? [])
            row!["resourceInfo"] = new JsonObject { ["eliteId"] = channel.Id, ["eliteName"] = channel.Name };
        return answer;
    }

    public JsonObject Query(JdCall call)
    {
        var input = CallParameters.Open(call.Json, "goodsReqDTO");
        var paging = ReadPaging(input, maxSize: 30);
        var sort = ReadSort(input, "inOrderCount30Days");
        var filter = input is null ? null : ReadFilter(input);
        if (input?.Malformed is not null || paging is null || sort is null || filter is null)
            return BadParameters();

        var rows = Order(Today(call.Now).Where(row => filter(row.Item, row.Offer)), sort, null, call.Now);
        if (rows.Count == 0)
            return JdInner.Refused(201, "未查询到符合条件的商品");

        var answer = AnswerPage(rows, paging.Value, call);
        if (input!.Text("fields")?.Split(',').Contains("stockState") == true)
            AddStock(answer, call.Now);
        return answer;
    }

    private static JsonObject BadParameters() => JdInner.Refused(401, "参数错误");

    private static (int Index, int Size)? ReadPaging(CallParameters? input, int maxSize)
    {
        var index = input?.Number("pageIndex") ?? 1;
        var size = input?.Number("pageSize") ?? DefaultPageSize;
        return index is >= 1 and <= MaxRows && size >= 1 && size <= maxSize ? ((int)index, (int)size) : null;
    }

    private static Sorting? ReadSort(CallParameters? input, string salesName)
    {
        var name = input?.Text("sortName");
        var direction = input?.Text("sort") ?? "desc";
        Func<MarketItem, MarketOffer, decimal>? key = name switch
        {
            "price" => (_, offer) => offer.FinalPrice.Fen,
            "commissionShare" => (item, _) => item.CommissionRate.BasisPoints,
            "commission" => (item, offer) => item.CommissionRate.Of(offer.FinalPrice).Fen,
            "comments" => (item, _) => item.Comments,
            "goodComments" => (item, _) => item.GoodReviews.BasisPoints,
            "inOrderComm30Days" => (item, offer) => item.CommissionRate.Of(offer.FinalPrice * item.Sales30Days).Fen,
            _ when name == salesName => (item, _) => item.Sales30Days,
            _ => null,
        };
        return direction is "asc" or "desc" && (name is null || key is not null) ? new Sorting(key, direction == "asc") : null;
    }

    private Func<MarketItem, MarketOffer, bool>? ReadFilter(CallParameters input)
    {
        var skuIds = input.List("skuIds");
        var itemIds = input.List("itemIds");
        var (from, to) = (input.Decimal("pricefrom"), input.Decimal("priceto"));
        var (shareFrom, shareTo) = (input.Decimal("commissionShareStart"), input.Decimal("commissionShareEnd"));
        var (cid1, cid2, cid3) = (input.Number("cid1"), input.Number("cid2"), input.Number("cid3"));
        var (shopId, spuId) = (input.Number("shopId"), input.Number("spuId"));
        var (owner, withCoupon) = (input.Text("owner"), input.Number("isCoupon") == 1);
        var names = Keyword(input.Text("keyword"));
        if (skuIds.Count > MaxIds || itemIds.Count > MaxIds || owner is not (null or "g" or "p"))
            return null;

        var wanted = skuIds.Count + itemIds.Count == 0 ? null : new HashSet<string>(skuIds.Concat(itemIds));
        return (item, offer) =>
            (wanted is null || wanted.Contains(item.ItemId) || wanted.Contains(item.SkuId.ToString(CultureInfo.InvariantCulture)))
            && names(item)
            && IsWithin(offer.FinalPrice.Yuan, from, to)
            && IsWithin(item.CommissionRate.Percent, shareFrom, shareTo)
            && (cid1 ?? item.Category.Cid1) == item.Category.Cid1
            && (cid2 ?? item.Category.Cid2) == item.Category.Cid2
            && (cid3 ?? item.Category.Cid3) == item.Category.Cid3
            && (shopId ?? item.ShopId) == item.ShopId
            && (spuId ?? item.SpuId) == item.SpuId
            && (owner is null || (owner == "g") == item.IsSelfOperated)
            && (!withCoupon || offer.Coupon is not null);
    }

    private Func<MarketItem, bool> Keyword(string? keyword)
    {
        if (keyword is null)
            return _ => true;

        if (materials.Find(keyword) is { Item: { } named })
            return item => item == named;

        var words = keyword.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return item => words.All(word => Searchable(item).Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string Searchable(MarketItem item) =>
        $"{item.Title}\n{item.Brand}\n{item.ShopName}\n{item.Category.Name1}\n{item.Category.Name2}\n{item.Category.Name3}";

    private static bool IsWithin(decimal value, decimal? from, decimal? to) => value >= (from ?? value) && value <= (to ?? value);

    private IEnumerable<Listed> Today(DateTimeOffset now) => catalogue.Items.Select(item => new Listed(item, market.OfferAt(item, now)));

    // Without a sort the order is the platform's own mood of the day; it never changes while a caller pages.
    private List<Listed> Order(IEnumerable<Listed> rows, Sorting sort, Func<MarketItem, MarketOffer, decimal>? rank, DateTimeOffset now)
    {
        var day = Beijing.Day(now);
        var key = sort.Key ?? rank;
        var mood = rows.OrderBy(row => StableRandom.Hash(seed, "mood", row.Item.SkuId, day));
        return key is null ? [.. mood]
            : sort.Ascending ? [.. mood.OrderBy(row => key(row.Item, row.Offer))]
            : [.. mood.OrderByDescending(row => key(row.Item, row.Offer))];
    }

    private JsonObject AnswerPage(List<Listed> rows, (int Index, int Size) paging, JdCall call)
    {
        if ((long)(paging.Index - 1) * paging.Size >= MaxRows)
            return JdInner.Refused(202, "已达到最大分页数");

        var (page, _) = MarketPage.Cut(rows, paging.Index, paging.Size, faults.Take(NetworkFault.DuplicateRows, call.Method));
        var data = page.Select(row => JdGoodsRow.Write(row.Item, row.Offer, market.LowestForDays(row.Item, call.Now), call));
        var answer = JdInner.Ok(new JsonArray([.. data]));
        answer["totalCount"] = Math.Min(rows.Count, MaxRows);
        return answer;
    }

    private void AddStock(JsonObject answer, DateTimeOffset now)
    {
        foreach (var row in answer["data"]?.AsArray() ?? [])
        {
            var item = catalogue.FindItemId(row!["itemId"]!.GetValue<string>())!;
            row["stockState"] = market.OfferAt(item, now).InStock ? 1 : 0;
        }
    }

    private readonly record struct Listed(MarketItem Item, MarketOffer Offer);

    private sealed record Sorting(Func<MarketItem, MarketOffer, decimal>? Key, bool Ascending);
}
