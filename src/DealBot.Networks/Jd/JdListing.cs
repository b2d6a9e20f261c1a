using System.Globalization;
using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Jd;

/// <summary>Lists deals by channel (open to every account) or by keyword (on application).</summary>
internal sealed class JdListing(JdOptions options, JdClient client, TimeProvider clock, ILogger logger)
{
    private const int ChannelPageCap = 50;
    private const int KeywordPageCap = 30;

    // JD lists at most this many rows of a channel; a gateway that never runs out of pages ends here too.
    private const int MostRows = 10_000;

    private readonly DealPages _pages = new(JdNetwork.NetworkName, logger);

    public IAsyncEnumerable<Deal> ListAsync(DealQuery query, CancellationToken cancellationToken) => _pages.ListAsync(
        query.MaxDeals,
        (page, token) => FetchAsync(query, page, token),
        JdDeals.ItemId,
        row => JdDeals.Read(row, Channel(query), clock.GetUtcNow()),
        cancellationToken);

    private async Task<DealPage> FetchAsync(DealQuery query, int page, CancellationToken cancellationToken)
    {
        var pageSize = Math.Min(options.PageSize, Searches(query) ? KeywordPageCap : ChannelPageCap);
        var request = Request(query, page, pageSize);
        var reply = await client.CallAsync(request, cancellationToken);
        if (reply.Code is JdErrors.NothingFound or JdErrors.NoSuchPage)
        {
            return new DealPage([], IsLast: true);
        }

        // Counted in positions, not in rows: JD's pages may come short when it withholds an item.
        var result = JdErrors.All.Demand(reply, request.Method).Result;
        var total = Math.Min(result["totalCount"].Count ?? MostRows, MostRows);
        return new DealPage([.. result["data"].Items], page * pageSize >= total);
    }

    private JdRequest Request(DealQuery query, int pageIndex, int pageSize)
    {
        if (query.ItemId is { } item)
        {
            return new JdRequest(JdMethods.ListByKeyword, long.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out var sku)
                ? new { goodsReqDTO = new { skuIds = new[] { sku }, pageIndex, pageSize } }
                : new { goodsReqDTO = new { itemIds = new[] { item }, pageIndex, pageSize } });
        }

        if (query.Keyword is { } keyword)
        {
            return new JdRequest(JdMethods.ListByKeyword, new { goodsReqDTO = new { keyword, pageIndex, pageSize } });
        }

        if (!long.TryParse(Channel(query), NumberStyles.None, CultureInfo.InvariantCulture, out var eliteId))
        {
            throw JdErrors.All.BadChannel(JdMethods.ListByChannel);
        }

        return new JdRequest(JdMethods.ListByChannel, new { goodsReq = new { eliteId, pageIndex, pageSize } });
    }

    /// <summary>A search runs over all goods; otherwise the first channel of the configuration is the default.</summary>
    private string? Channel(DealQuery query) => Searches(query)
        ? null
        : query.Channel ?? options.EliteIds[0].ToString(CultureInfo.InvariantCulture);

    private static bool Searches(DealQuery query) => query.ItemId is not null || query.Keyword is not null;
}
