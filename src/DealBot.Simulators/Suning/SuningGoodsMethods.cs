using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Simulators.Market;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Suning;

/// <summary>The methods that list goods.</summary>
internal sealed class SuningGoodsMethods(int seed, MarketCatalogue catalogue, MarketPrices prices, NetworkFaults faults)
{
    private const int DefaultSize = 10;
    private const int MostIds = 10;

    public SuningAnswer ListHighCommission(SuningCall call)
    {
        var category = call.Input.Text("categoryId");
        var listed = Today(call.Now).Where(item => category is null || item.Category.Cid1.ToString(CultureInfo.InvariantCulture) == category);
        return Page(call, [.. listed.OrderByDescending(item => item.CommissionRate)], rows => rows);
    }

    public SuningAnswer ListRecommended(SuningCall call)
    {
        call.Required("eliteId");
        return Page(call, [.. Today(call.Now).OrderByDescending(item => item.Sales30Days)], Wrap);
    }

    public SuningAnswer Search(SuningCall call)
    {
        var words = call.Required("keyword").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Page(call, [.. catalogue.Items.Where(item => words.All(word => $"{item.Title}\n{item.Brand}\n{item.Category}".Contains(word, StringComparison.OrdinalIgnoreCase)))], Wrap);
    }

    public SuningAnswer Find(SuningCall call)
    {
        var wanted = call.Required("commodityStr").Split(',').Select(text => text.Split('-')).ToList();
        if (wanted.Count > MostIds || wanted.Exists(parts => parts.Length != 2))
            throw SuningRefusal.Malformed(call.Method, "commodityStr");

        var found = wanted.Select(parts => SuningItemCodes.Find(catalogue, parts[0], parts[1])).OfType<MarketItem>().ToList();
        return found.Count > 0 ? new SuningAnswer(Write(found, call)) : throw SuningRefusal.NothingFound();
    }

    private static JsonObject Wrap(JsonArray rows) => new() { ["commodityList"] = rows };

    // The order never changes while a caller pages.
    private IEnumerable<MarketItem> Today(DateTimeOffset now)
    {
        var day = Beijing.Day(now);
        return catalogue.Items.OrderBy(item => StableRandom.Hash(seed, "suning-mood", item.SkuId, day));
    }

    private SuningAnswer Page(SuningCall call, List<MarketItem> all, Func<JsonArray, JsonNode> wrap)
    {
        var (index, size) = ((int)(call.Input.Number("pageIndex") ?? 1), (int)(call.Input.Number("size") ?? DefaultSize));
        if (index < 1 || size is < 1 or > 50)
            throw SuningRefusal.Malformed(call.Method, "size");

        var (rows, _) = MarketPage.Cut(all, index, size, faults.Take(NetworkFault.DuplicateRows, call.Method));
        return rows.Count == 0
            ? throw SuningRefusal.NothingFound()
            : new SuningAnswer(wrap(Write(rows, call))) { Page = index, Pages = (all.Count + size - 1) / size, Total = all.Count };
    }

    private JsonArray Write(IEnumerable<MarketItem> items, SuningCall call) =>
        new([.. items.Select(item => SuningGoodsRow.Write(item, prices.OfferAt(item, call.Now), call))]);
}
