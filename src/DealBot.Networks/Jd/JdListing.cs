using System.Globalization;
using System.Runtime.CompilerServices;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Jd;

/// <summary>Lists deals by channel (open to every account) or by keyword (on application).</summary>
internal sealed class JdListing(JdOptions options, JdClient client, TimeProvider clock, ILogger logger)
{
    private const int ChannelPageCap = 50;
    private const int KeywordPageCap = 30;

    // JD lists at most this many rows of a channel; a gateway that never runs out of pages ends here too.
    private const int MostRows = 10_000;

    public async IAsyncEnumerable<Deal> ListAsync(DealQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var listed = 0;
        for (var page = 1; listed < query.MaxDeals; page++)
        {
            var (rows, isLast) = await FetchAsync(query, page, cancellationToken);
            var fresh = rows.Where(row => JdDeals.ItemId(row) is { } id && seen.Add(id)).ToArray();
            var deals = fresh.Select(row => JdDeals.Read(row, Channel(query), clock.GetUtcNow())).OfType<Deal>().ToArray();
            LogLeftOut(rows.Count(row => JdDeals.ItemId(row) is null) + fresh.Length - deals.Length, rows.Count, page);
            foreach (var deal in deals.Take(query.MaxDeals - listed))
            {
                listed++;
                yield return deal;
            }

            // A page of nothing but repetitions means that the gateway does not page on.
            if (isLast || fresh.Length == 0)
            {
                break;
            }
        }
    }

    private async Task<(IReadOnlyList<JdNode> Rows, bool IsLast)> FetchAsync(DealQuery query, int page, CancellationToken cancellationToken)
    {
        var pageSize = Math.Min(options.PageSize, Searches(query) ? KeywordPageCap : ChannelPageCap);
        var request = Request(query, page, pageSize);
        var reply = await client.CallAsync(request, cancellationToken);
        if (reply.Code is JdReply.NothingFound or JdReply.NoSuchPage)
        {
            return ([], true);
        }

        if (reply.Code != JdReply.Ok)
        {
            throw reply.ToException(request.Method);
        }

        // Counted in positions, not in rows: JD's pages may come short when it withholds an item.
        var total = Math.Min(reply.Result["totalCount"].Count ?? MostRows, MostRows);
        return ([.. reply.Result["data"].Items], page * pageSize >= total);
    }

    private JdRequest Request(DealQuery query, int pageIndex, int pageSize)
    {
        if (query.ItemId is { } item)
        {
            return new JdRequest(JdMethods.ListByKeyword, item.All(char.IsAsciiDigit)
                ? new { goodsReqDTO = new { skuIds = new[] { long.Parse(item, CultureInfo.InvariantCulture) }, pageIndex, pageSize } }
                : new { goodsReqDTO = new { itemIds = new[] { item }, pageIndex, pageSize } });
        }

        if (query.Keyword is { } keyword)
        {
            return new JdRequest(JdMethods.ListByKeyword, new { goodsReqDTO = new { keyword, pageIndex, pageSize } });
        }

        if (!long.TryParse(Channel(query), NumberStyles.None, CultureInfo.InvariantCulture, out var eliteId))
        {
            throw JdReply.Failed(JdFaults.BadChannel).ToException(JdMethods.ListByChannel);
        }

        return new JdRequest(JdMethods.ListByChannel, new { goodsReq = new { eliteId, pageIndex, pageSize } });
    }

    /// <summary>A search runs over all goods; otherwise the first channel of the configuration is the default.</summary>
    private string? Channel(DealQuery query) => Searches(query)
        ? null
        : query.Channel ?? options.EliteIds[0].ToString(CultureInfo.InvariantCulture);

    private static bool Searches(DealQuery query) => query.ItemId is not null || query.Keyword is not null;

    private void LogLeftOut(int leftOut, int rows, int page)
    {
        if (leftOut > 0)
        {
            logger.LogWarning("JD: {LeftOut} of {Rows} items on page {Page} could not be read and were left out", leftOut, rows, page);
        }
    }
}
