using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Vip;

/// <summary>The methods of UnionGoodsV2Service.</summary>
internal sealed class VipGoodsMethods(int seed, MarketCatalogue catalogue, MarketPrices prices, NetworkFaults faults)
{
    private const int DefaultPageSize = 20;
    private const int ChannelCap = 100;
    private const int SearchCap = 50;
    private const int MostIds = 10;
    private const int Repeated = 3;

    public JsonNode ListChannel(VipCall call)
    {
        var input = Open(call);
        var offset = (int)(input.Number("offset") ?? 0);
        var size = SizeOf(input, ChannelCap);
        var all = Channel(input, call.Now);
        var first = faults.Take(NetworkFault.DuplicateRows, call.Method) ? Math.Max(0, offset - Repeated) : offset;
        var page = all.Skip(first).Take(size).ToList();
        return new JsonObject
        {
            ["goodsInfoList"] = Write(page, input, call),
            ["lastPage"] = first + page.Count >= all.Count,
            ["nextPageOffset"] = first + page.Count,
            ["batchNo"] = Beijing.Day(call.Now).ToString(CultureInfo.InvariantCulture),
        };
    }

    public JsonNode? Search(VipCall call)
    {
        var input = Open(call);
        var words = (input.Text("keyword") ?? throw VipRefusal.Missing("keyword")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (page, size) = ((int)(input.Number("page") ?? throw VipRefusal.Missing("page")), SizeOf(input, SearchCap));
        var found = catalogue.Items.Where(item => words.All(word => $"{item.Title}\n{item.Brand}\n{item.Category}".Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
        if (found.Count == 0)
            return null;

        var (rows, _) = MarketPage.Cut(found, page, size, faults.Take(NetworkFault.DuplicateRows, call.Method));
        return new JsonObject { ["goodsInfoList"] = Write(rows, input, call), ["total"] = found.Count, ["page"] = page, ["pageSize"] = size, ["sortFields"] = new JsonArray() };
    }

    public JsonNode FindByIds(VipCall call)
    {
        var input = Open(call);
        var ids = input.List("goodsIds");
        return ids.Count is > 0 and <= MostIds
            ? Write([.. ids.Select(id => VipGoodsId.Find(catalogue, id)).OfType<MarketItem>()], input, call)
            : throw VipRefusal.Mismatch("goodsIds");
    }

    private static CallParameters Open(VipCall call)
    {
        var input = CallParameters.Open(call.Body, "request") ?? throw VipRefusal.Missing("request");
        return input.Text("requestId") is null ? throw VipRefusal.Missing("requestId") : input;
    }

    private static int SizeOf(CallParameters input, int cap)
    {
        var size = input.Number("pageSize") ?? DefaultPageSize;
        return size > cap ? throw VipRefusal.TooMuch() : size >= 1 ? (int)size : throw VipRefusal.Mismatch("pageSize");
    }

    // The order never changes while a caller pages: the batch is the day's.
    private List<MarketItem> Channel(CallParameters input, DateTimeOffset now)
    {
        var day = Beijing.Day(now);
        var mood = catalogue.Items.OrderBy(item => StableRandom.Hash(seed, "vip-mood", item.SkuId, day));
        return (input.Number("sourceType"), input.Number("channelType"), input.Text("jxCode")) switch
        {
            (0, 0, _) => [.. mood.OrderByDescending(item => item.CommissionRate)],
            (0, 1, _) => [.. mood.OrderByDescending(item => item.Sales30Days)],
            (1, _, { } code) => [.. mood.Where(item => item.Category.Name1.Contains(code, StringComparison.Ordinal) || item.Category.Cid1.ToString(CultureInfo.InvariantCulture) == code)],
            _ => throw VipRefusal.Mismatch("sourceType, channelType, jxCode"),
        };
    }

    private JsonArray Write(IEnumerable<MarketItem> items, CallParameters input, VipCall call)
    {
        var withStock = bool.TryParse(input.Text("queryStock"), out var asked) && asked;
        return new JsonArray([.. items.Select(item => VipGoodsRow.Write(item, prices.OfferAt(item, call.Now), call, withStock))]);
    }
}
