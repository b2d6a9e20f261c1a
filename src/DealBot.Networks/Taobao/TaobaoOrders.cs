using System.Globalization;
using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Taobao;

/// <summary>Pulls the order rows of a window.</summary>
internal sealed class TaobaoOrders(NetworkLimits limits, TaobaoClient client, TimeProvider clock, ILogger logger)
{
    private const int PageSize = 100;
    private const int MostPages = 100;
    private const string ByOrderTime = "1";
    private const string ByUpdateTime = "4";
    private const string Next = "1";

    private readonly OrderPasses _passes = new(TaobaoNetwork.NetworkName, MostPages, logger);

    public IAsyncEnumerable<OrderReport> PullAsync(OrderWindow window, CancellationToken cancellationToken)
    {
        OrderWindows.Check(window, limits);
        var position = new PagePosition();
        return _passes.ReadAsync(window, (page, token) => FetchAsync(window, page, position, token), row => Read(row, window), cancellationToken);
    }

    private async Task<OrderRowPage> FetchAsync(OrderWindow window, int page, PagePosition position, CancellationToken cancellationToken)
    {
        var request = new TaobaoRequest(
            TaobaoMethods.Orders,
            ("start_time", BeijingTime.Write(window.From)),
            ("end_time", BeijingTime.Write(window.To)),
            ("query_type", window.By == OrderTime.Updated ? ByUpdateTime : ByOrderTime),
            ("page_no", page.ToString(CultureInfo.InvariantCulture)),
            ("page_size", PageSize.ToString(CultureInfo.InvariantCulture)),
            ("position_index", page == 1 ? null : position.Index),
            ("jump_type", page == 1 ? null : Next));
        var reply = TaobaoErrors.All.Demand(await client.CallAsync(request, cancellationToken), request.Method);
        var data = reply.Result["data"];
        position.Index = data["position_index"].Text;
        var hasMore = data["has_next"].IsSet;
        return hasMore && page == MostPages ? throw TooFull(request.Method) : new OrderRowPage(data["results"].Items, hasMore);
    }

    private static NetworkException TooFull(string method) => new(
        TaobaoNetwork.NetworkName, TaobaoErrors.WindowTooFull, TaobaoErrors.All.Explain(TaobaoErrors.WindowTooFull, null, method), isTransient: false)
    {
        IsWindowTooFull = true,
    };

    private OrderReport Read(WireNode row, OrderWindow window) =>
        new(row.Raw, TaobaoOrderRows.Read(row, OrderWindows.ChangedBy(window, clock.GetUtcNow())), TaobaoOrderRows.RowId(row));

    /// <summary>Where the page before ended; TOP wants it back word for word.</summary>
    private sealed class PagePosition
    {
        public string? Index { get; set; }
    }
}
