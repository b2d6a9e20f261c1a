using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Vip;

/// <summary>Pulls the order rows of a window.</summary>
internal sealed class VipOrders(VipClient client, TimeProvider clock, ILogger logger)
{
    // Vipshop names no longest window; what others use is an hour.
    public static readonly NetworkLimits Limits = new(MaxOrderWindow: TimeSpan.FromHours(1), MaxOrderAge: TimeSpan.FromDays(90), ByOrderTime: true);

    private const int PageSize = 50;
    private const int MostPages = 400;

    private readonly OrderPasses _passes = new(VipNetwork.NetworkName, MostPages, logger);

    public IAsyncEnumerable<OrderReport> PullAsync(OrderWindow window, CancellationToken cancellationToken)
    {
        OrderWindows.Check(window, Limits);
        return _passes.ReadAsync(window, (page, token) => FetchAsync(window, page, token), row => Read(row, window), cancellationToken);
    }

    private async Task<OrderRowPage> FetchAsync(OrderWindow window, int page, CancellationToken cancellationToken)
    {
        var (from, to) = (window.From.ToUnixTimeMilliseconds(), window.To.ToUnixTimeMilliseconds());
        var byUpdate = window.By == OrderTime.Updated;
        var request = new VipRequest(VipMethod.Orders, new
        {
            queryModel = new
            {
                orderTimeEnd = byUpdate ? (long?)null : to,
                orderTimeStart = byUpdate ? (long?)null : from,
                page,
                pageSize = PageSize,
                requestId = VipCall.NewId(),
                updateTimeEnd = byUpdate ? to : (long?)null,
                updateTimeStart = byUpdate ? from : (long?)null,
            },
        });
        var reply = VipErrors.All.Demand(await client.CallAsync(request, cancellationToken), request.Method.Name);
        var result = VipEnvelope.ResultOf(reply);
        var orders = result["orderInfoList"].Items.ToArray();

        // A full page may be followed by more whatever the total says: rows slip in and out while pages are read.
        var hasMore = orders.Length > 0 && (orders.Length >= PageSize || (long)page * PageSize < (result["total"].Count ?? 0));
        return new OrderRowPage(orders.SelectMany(VipOrderRows.Split), hasMore);
    }

    private OrderReport Read(WireNode row, OrderWindow window) =>
        new(row.Raw, VipOrderRows.Read(row, OrderWindows.ChangedBy(window, clock.GetUtcNow())), VipOrderRows.RowId(row));
}
