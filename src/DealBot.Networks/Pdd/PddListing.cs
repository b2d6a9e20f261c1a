using System.Globalization;
using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Pdd;

/// <summary>Lists deals by shelf, by keyword, or one item.</summary>
internal sealed class PddListing(PddOptions options, PddAccount account, PddCustomParameters parameters, PddClient client, TimeProvider clock, ILogger logger)
{
    // Ends a gateway that never runs out of pages.
    private const int MostRows = 10_000;
    private const int LeastPageSize = 10;

    private readonly DealPages _pages = new(PddNetwork.NetworkName, logger);

    public IAsyncEnumerable<Deal> ListAsync(DealQuery query, CancellationToken cancellationToken)
    {
        string? searchId = null, listId = null;
        var isOnlyOne = false;
        var channel = Searches(query) ? null : query.Channel ?? options.OptIds[0].ToString(CultureInfo.InvariantCulture);
        return _pages.ListAsync(query.MaxDeals, FetchAsync, PddDeals.ItemId, Read, cancellationToken);

        async Task<DealPage> FetchAsync(int page, CancellationToken token)
        {
            var found = await client.AskAsync(Request(query, channel, page, listId), token);
            (listId, searchId) = (found["list_id"].Text ?? listId, found["search_id"].Text ?? searchId);
            WireNode[] rows = [.. found["goods_list"].Items];
            isOnlyOne = page == 1 && rows.Length == 1;
            return new DealPage(rows, page * options.PageSize >= Math.Min(found["total_count"].Count ?? MostRows, MostRows));
        }

        // Answers no longer say an item's number. Whoever asked by it knows it, unless it was taken for mere words.
        Deal? Read(WireNode row) => PddDeals.Read(row, searchId, channel, clock.GetUtcNow()) is { } deal
            ? deal with { SkuId = deal.SkuId ?? (isOnlyOne && query.ItemId is { } item && IsNumber(item) ? item : null) }
            : null;
    }

    /// <summary>The item as it is now; null if it is not offered any more.</summary>
    public async Task<Deal?> FindAsync(string goodsSign, CancellationToken cancellationToken)
    {
        var found = await client.AskAsync(Request(("goods_sign_list", new[] { goodsSign }), page: 1, LeastPageSize, listId: null), cancellationToken);
        var searchId = found["search_id"].Text;
        return found["goods_list"].Items
            .Where(row => PddDeals.ItemId(row) == goodsSign)
            .Select(row => PddDeals.Read(row, searchId, channel: null, clock.GetUtcNow()))
            .FirstOrDefault(deal => deal is not null);
    }

    private PddRequest Request(DealQuery query, string? channel, int page, string? listId)
    {
        if (query.ItemId is { } item)
        {
            // The number of an item is searched for as a word; its sign has a parameter of its own.
            return Request(IsNumber(item) ? ("keyword", item) : ("goods_sign_list", new[] { item }), page, options.PageSize, listId);
        }

        if (query.Keyword is { } keyword)
        {
            return Request(("keyword", keyword), page, options.PageSize, listId);
        }

        return long.TryParse(channel, NumberStyles.None, CultureInfo.InvariantCulture, out var optId)
            ? Request(("opt_id", optId), page, options.PageSize, listId)
            : throw PddErrors.All.BadChannel(PddMethods.Search);
    }

    private PddRequest Request((string Name, object? Value) what, int page, int size, string? listId) => new(
        PddMethods.Search,
        what,
        ("page", page),
        ("page_size", size),
        ("list_id", listId),
        ("with_coupon", options.WithCouponOnly ? true : null),
        ("pid", account.Pid),
        ("custom_parameters", parameters.Write(null)));

    private static bool IsNumber(string item) => item.All(char.IsAsciiDigit);

    private static bool Searches(DealQuery query) => query.ItemId is not null || query.Keyword is not null;
}
