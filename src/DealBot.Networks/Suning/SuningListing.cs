using System.Globalization;
using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Suning;

/// <summary>Lists deals by channel or keyword, and asks for single items.</summary>
internal sealed class SuningListing(SuningOptions options, SuningClient client, SuningDeals deals, ILogger logger)
{
    // Ends a gateway that never runs out of pages.
    private const int MostPages = 1_000;
    private const string PictureSize = "400";

    private readonly DealPages _pages = new(SuningNetwork.NetworkName, logger);

    public IAsyncEnumerable<Deal> ListAsync(DealQuery query, CancellationToken cancellationToken)
    {
        var channel = query.ItemId is null && query.Keyword is null ? query.Channel ?? options.Channels[0] : null;
        return _pages.ListAsync(
            query.MaxDeals, (page, token) => FetchAsync(query, channel, page, token), SuningDeals.ItemId, row => deals.Read(row, channel), cancellationToken);
    }

    public async Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken)
    {
        var page = await FetchItemAsync(deal.Key.ItemId, cancellationToken);
        var row = page.Rows.FirstOrDefault(row => SuningDeals.ItemId(row) == deal.Key.ItemId);
        return row.Exists && deals.Read(row, deal.Channel) is { } found
            ? new DealCheck.Found(found)
            : new DealCheck.Gone(new Phrase("苏宁不再给出这件商品", "Suning no longer gives the item out"));
    }

    private Task<DealPage> FetchAsync(DealQuery query, string? channel, int page, CancellationToken cancellationToken)
    {
        if (query.ItemId is { } item)
        {
            return FetchItemAsync(item, cancellationToken);
        }

        return query.Keyword is { } keyword
            ? FetchAsync(SuningMethod.Search, page, cancellationToken, ("keyword", keyword))
            : FetchChannelAsync(channel, page, cancellationToken);
    }

    private Task<DealPage> FetchChannelAsync(string? text, int page, CancellationToken cancellationToken)
    {
        var channel = SuningChannel.Read(text)
            ?? throw SuningErrors.All.BadChannel(SuningMethod.HighCommission.Name);
        return FetchAsync(channel.Method, page, cancellationToken, ("categoryId", channel.CategoryId), ("eliteId", channel.EliteId), ("couponMark", "1"));
    }

    private async Task<DealPage> FetchItemAsync(string item, CancellationToken cancellationToken)
    {
        if (SuningItemId.Parse(item) is not { } id)
        {
            return new DealPage([], IsLast: true);
        }

        var request = new SuningRequest(
            SuningMethod.Details,
            ("commodityStr", id.Text), ("cityCode", options.CityCode), ("picWidth", PictureSize), ("picHeight", PictureSize), ("couponMark", "1"));
        return await ReadAsync(request, _ => true, cancellationToken);
    }

    private Task<DealPage> FetchAsync(
        SuningMethod method, int page, CancellationToken cancellationToken, params IEnumerable<(string Name, string? Value)> parameters)
    {
        var request = new SuningRequest(method,
        [
            .. parameters,
            ("pageIndex", Text(page)),
            ("size", Text(options.PageSize)),
            ("cityCode", options.CityCode),
            ("picWidth", PictureSize),
            ("picHeight", PictureSize),
        ]);
        return ReadAsync(request, pages => page >= Math.Min(pages ?? MostPages, MostPages), cancellationToken);
    }

    private async Task<DealPage> ReadAsync(SuningRequest request, Func<int?, bool> isLast, CancellationToken cancellationToken)
    {
        var reply = await client.CallAsync(request, cancellationToken);
        if (reply.Code == SuningErrors.NothingFound)
        {
            return new DealPage([], IsLast: true);
        }

        // Either the list itself or an object around it. Without a head, the first page without rows is the last.
        var result = SuningEnvelope.ResultOf(SuningErrors.All.Demand(reply, request.Method.Name), request.Method);
        var rows = (result["commodityList"] is { Exists: true } list ? list : result).Items.ToArray();
        return new DealPage(rows, rows.Length == 0 || isLast(SuningEnvelope.PagesOf(reply)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
