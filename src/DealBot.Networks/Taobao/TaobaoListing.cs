using System.Globalization;
using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Taobao;

/// <summary>Lists deals by category or search word. TOP lists nothing without either.</summary>
internal sealed class TaobaoListing(TaobaoOptions options, TaobaoAccount account, TaobaoSearch search, TaobaoDeals deals, TimeProvider clock, ILogger logger)
{
    // A gateway that never runs out of pages ends here.
    private const int MostRows = 10_000;

    private readonly DealPages _pages = new(TaobaoNetwork.NetworkName, logger);

    /// <summary>An item that is wanted by its id is not found: TOP searches by words alone.</summary>
    public IAsyncEnumerable<Deal> ListAsync(DealQuery query, CancellationToken cancellationToken) => query.ItemId is not null
        ? AsyncEnumerable.Empty<Deal>()
        : _pages.ListAsync(
            query.MaxDeals,
            (page, token) => FetchAsync(query, page, token),
            TaobaoDeals.ItemId,
            row => deals.Read(row, Category(query), clock.GetUtcNow()),
            cancellationToken);

    private async Task<DealPage> FetchAsync(DealQuery query, int page, CancellationToken cancellationToken)
    {
        var place = TaobaoPlace.Of(account, null)!;
        var hits = await search.PageAsync(place, Words(query), Category(query), page, options.PageSize, cancellationToken);
        return new DealPage(hits.Rows, page * options.PageSize >= Math.Min(hits.Total ?? MostRows, MostRows) || hits.Rows.Count == 0);
    }

    private string? Words(DealQuery query) => query.Keyword ?? (Category(query) is null ? options.Keywords[0] : null);

    private string? Category(DealQuery query)
    {
        var category = query.Keyword is not null ? null
            : query.Channel ?? (options.Categories.Count > 0 ? options.Categories[0].ToString(CultureInfo.InvariantCulture) : null);
        return category is null || category.All(char.IsAsciiDigit)
            ? category
            : throw TaobaoErrors.All.BadChannel(TaobaoMethods.Search);
    }
}
