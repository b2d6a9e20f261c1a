using DealBot.Contracts;
using DealBot.Networks.Wire;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Jd;

/// <summary>Pulls the order rows of a window.</summary>
internal sealed class JdOrders(JdClient client, TimeProvider clock, ILogger logger)
{
    public static readonly NetworkLimits Limits = new(MaxOrderWindow: TimeSpan.FromHours(1), MaxOrderAge: TimeSpan.FromDays(90), ByOrderTime: true);

    private const int PageSize = 500;
    private const int ByOrderTime = 1;
    private const int ByUpdateTime = 3;
    private const string TooManyRows = "2002452";

    // JD serves at most 10 000 rows a window; ten times the pages allow for short ones.
    private const int MostPages = 200;

    private readonly OrderPasses _passes = new(JdNetwork.NetworkName, MostPages, logger);

    public IAsyncEnumerable<OrderReport> PullAsync(OrderWindow window, CancellationToken cancellationToken)
    {
        OrderWindows.Check(window, Limits);
        return _passes.ReadAsync(window, (page, token) => FetchAsync(window, page, token), row => Read(row, window), cancellationToken);
    }

    private async Task<OrderRowPage> FetchAsync(OrderWindow window, int pageIndex, CancellationToken cancellationToken)
    {
        var request = new JdRequest(JdMethods.OrderRows, new
        {
            orderReq = new
            {
                pageIndex,
                pageSize = PageSize,
                type = window.By == OrderTime.Updated ? ByUpdateTime : ByOrderTime,
                startTime = BeijingTime.Write(window.From),
                endTime = BeijingTime.Write(window.To),
            },
        });
        var reply = await client.CallAsync(request, cancellationToken);
        return reply.Code switch
        {
            WireReply.Ok => new OrderRowPage(reply.Result["data"].Items, reply.Result["hasMore"].IsSet),
            TooManyRows => throw new NetworkException(JdNetwork.NetworkName, reply.Code, JdErrors.All.Explain(reply.Code, reply.Message, request.Method), isTransient: false)
            {
                IsWindowTooFull = true,
            },
            _ => throw JdErrors.All.ToException(reply, request.Method),
        };
    }

    private OrderReport Read(WireNode row, OrderWindow window)
    {
        var now = clock.GetUtcNow();
        return new OrderReport(row.Raw, JdOrderRows.Read(row, OrderWindows.ChangedBy(window, now), BeijingTime.Date(now)), JdOrderRows.RowId(row));
    }
}
