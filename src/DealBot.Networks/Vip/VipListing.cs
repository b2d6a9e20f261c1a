using System.Globalization;
using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Vip;

/// <summary>Lists deals by channel or keyword, and asks for single items.</summary>
internal sealed class VipListing(VipOptions options, VipAccount account, VipClient client, TimeProvider clock, ILogger logger)
{
    private const int ChannelPageCap = 100;
    private const int KeywordPageCap = 50;

    private readonly DealPages _pages = new(VipNetwork.NetworkName, logger);

    public IAsyncEnumerable<Deal> ListAsync(DealQuery query, CancellationToken cancellationToken)
    {
        var channel = query.ItemId is null && query.Keyword is null ? query.Channel ?? options.Channels[0] : null;
        return _pages.ListAsync(
            query.MaxDeals,
            Fetch(query, channel),
            VipDeals.ItemId,
            row => VipDeals.Read(row, channel, clock.GetUtcNow()),
            cancellationToken);
    }

    public async Task<DealCheck> RecheckAsync(Deal deal, CancellationToken cancellationToken)
    {
        var rows = (await FetchItemAsync(deal.Key.ItemId, cancellationToken)).Rows.Where(row => VipDeals.ItemId(row) == deal.Key.ItemId).ToArray();
        if (rows.Length == 0 || VipDeals.IsGone(rows[0]))
        {
            return new DealCheck.Gone(new Phrase("唯品会已下架这件商品", "Vipshop has taken the item off"));
        }

        return VipDeals.Read(rows[0], deal.Channel, clock.GetUtcNow()) is { } found
            ? new DealCheck.Found(found)
            : new DealCheck.Gone(new Phrase("唯品会不再给出这件商品的价格或佣金", "Vipshop no longer tells the item's price or commission"));
    }

    private Func<int, CancellationToken, Task<DealPage>> Fetch(DealQuery query, string? channel)
    {
        if (query.ItemId is { } item)
        {
            return (_, token) => FetchItemAsync(item, token);
        }

        if (query.Keyword is { } keyword)
        {
            return (page, token) => SearchAsync(keyword, page, token);
        }

        return new VipChannelPages((offset, batch, token) => FetchChannelAsync(channel!, offset, batch, token)).NextAsync;
    }

    private async Task<DealPage> FetchItemAsync(string item, CancellationToken cancellationToken)
    {
        var result = await CallAsync(VipMethod.ListByIds, new
        {
            requestId = VipCall.NewId(),
            goodsIds = new[] { item },
            chanTag = account.ChanTag,
            openId = account.OpenId,
            realCall = false,
            queryStock = true,
            queryExclusiveCoupon = true,
        }, cancellationToken);

        // Either the list itself or an object around it.
        return new DealPage([.. Rows(result)], IsLast: true);
    }

    private async Task<DealPage> SearchAsync(string keyword, int page, CancellationToken cancellationToken)
    {
        var pageSize = Math.Min(options.PageSize, KeywordPageCap);
        var result = await CallAsync(VipMethod.ListByKeyword, new
        {
            requestId = VipCall.NewId(),
            keyword,
            page,
            pageSize,
            chanTag = account.ChanTag,
            openId = account.OpenId,
            realCall = false,
        }, cancellationToken);
        var rows = Rows(result).ToArray();
        return new DealPage(rows, result["total"].Count is { } total ? (long)page * pageSize >= total : rows.Length < pageSize);
    }

    private async Task<VipChannelPage> FetchChannelAsync(string channel, int offset, string? batchNo, CancellationToken cancellationToken)
    {
        var pageSize = Math.Min(options.PageSize, ChannelPageCap);
        var channelType = channel is "0" or "1" ? int.Parse(channel, CultureInfo.InvariantCulture) : (int?)null;
        var result = await CallAsync(VipMethod.ListByChannel, new
        {
            requestId = VipCall.NewId(),
            sourceType = channelType is null ? 1 : 0,
            channelType,
            jxCode = channelType is null ? channel : null,
            offset,
            pageSize,
            batchNo,
            chanTag = account.ChanTag,
            openId = account.OpenId,
            realCall = false,
            queryStock = true,
            queryExclusiveCoupon = true,
        }, cancellationToken);
        return VipChannelPage.Read(result, [.. Rows(result)], offset, pageSize);
    }

    private async Task<WireNode> CallAsync(VipMethod method, object request, CancellationToken cancellationToken) =>
        VipEnvelope.ResultOf(VipErrors.All.Demand(await client.CallAsync(new VipRequest(method, new { request }), cancellationToken), method.Name));

    private static IEnumerable<WireNode> Rows(WireNode result) => (result["goodsInfoList"] is { Exists: true } list ? list : result).Items;
}
