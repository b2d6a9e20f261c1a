using System.Globalization;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>Searches goods for a position: TOP's hits carry the links of the position that asked.</summary>
internal sealed class TaobaoSearch(TaobaoOptions options, TaobaoClient client)
{
    private const int MostHits = 100;
    private const int ShortestWords = 4;

    /// <summary>A page of hits; none if nothing is found.</summary>
    /// <exception cref="NetworkException">Taobao refuses, or can't be asked.</exception>
    public async Task<TaobaoHits> PageAsync(
        TaobaoPlace place, string? words, string? category, int page, int pageSize, CancellationToken cancellationToken)
    {
        var reply = await CallAsync(place, words, category, page, pageSize, cancellationToken);
        return reply.Code is WireReply.Ok or TaobaoErrors.NothingFound ? HitsOf(reply) : throw TaobaoErrors.All.ToException(reply, TaobaoMethods.Search);
    }

    /// <summary>
    /// Looks for one item by its title. TOP gives neither id nor links where there is but one hit, so half of the title is tried then.
    /// </summary>
    /// <returns>What was found, and the refusal if Taobao refused.</returns>
    public async Task<TaobaoFinding> FindAsync(TaobaoPlace place, Deal deal, CancellationToken cancellationToken)
    {
        var finding = new TaobaoFinding(default, IsWhole: true, Refusal: null);
        foreach (var words in WordsFor(deal))
        {
            var reply = await CallAsync(place, words, null, 1, MostHits, cancellationToken);
            if (reply.Code is not (WireReply.Ok or TaobaoErrors.NothingFound))
            {
                return finding with { Refusal = reply };
            }

            var hits = HitsOf(reply);
            var hit = hits.Rows.FirstOrDefault(row => TaobaoDeals.ItemId(row) == deal.Key.ItemId);
            if (hit.Exists)
            {
                return finding with { Hit = hit };
            }

            var nameless = hits.Rows.FirstOrDefault(row => TaobaoDeals.ItemId(row) is null && TaobaoDeals.Title(row["item_basic_info"]) == deal.Title);
            finding = new TaobaoFinding(nameless.Exists ? nameless : finding.Hit, finding.IsWhole && hits.Total <= hits.Rows.Count, null);
            if (!nameless.Exists)
            {
                break;
            }
        }

        return finding;
    }

    private static TaobaoHits HitsOf(WireReply reply) => new([.. reply.Result["result_list"].Items], reply.Result["total_results"].Count ?? (reply.Result.Exists ? null : 0));

    private static IEnumerable<string> WordsFor(Deal deal)
    {
        yield return deal.Title;
        if (deal.Title.Length / 2 >= ShortestWords)
        {
            yield return deal.Title[..(deal.Title.Length / 2)];
        }
    }

    private Task<WireReply> CallAsync(TaobaoPlace place, string? words, string? category, int page, int pageSize, CancellationToken cancellationToken) =>
        client.CallAsync(
            new TaobaoRequest(
                TaobaoMethods.Search,
                ("adzone_id", place.Pid.Adzone),
                ("relation_id", place.RelationId),
                ("material_id", options.MaterialId.ToString(CultureInfo.InvariantCulture)),
                ("q", words),
                ("cat", category),
                ("page_no", page.ToString(CultureInfo.InvariantCulture)),
                ("page_size", pageSize.ToString(CultureInfo.InvariantCulture))),
            cancellationToken);
}
