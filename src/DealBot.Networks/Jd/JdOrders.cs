using System.Runtime.CompilerServices;
using DealBot.Contracts;
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

    // JD serves at most 10 000 rows a window; ten times the pages allow for short ones, and end a gateway that always has more.
    private const int MostPages = 200;
    private const int MostRepeatedPages = 3;
    private const int MostPasses = 4;

    public IAsyncEnumerable<OrderReport> PullAsync(OrderWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.To <= window.From || window.To - window.From > Limits.MaxOrderWindow)
        {
            throw new ArgumentException($"The window must end after its start and last at most {Limits.MaxOrderWindow}.", nameof(window));
        }

        return PassesAsync(window, cancellationToken);
    }

    /// <summary>
    /// A row that changes while pages are read leaves the window, and all behind it move up: the first of the next page is then on a page
    /// read already. So several pages are read again until a pass brings nothing new. A single page is one answer, and moves as one.
    /// </summary>
    private async IAsyncEnumerable<OrderReport> PassesAsync(
        OrderWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pass = new Pass();
        for (var number = 1; number <= MostPasses; number++)
        {
            pass.Begin();
            await foreach (var report in PagesAsync(window, pass, cancellationToken))
            {
                yield return report;
            }

            if (pass.IsLast)
            {
                yield break;
            }
        }

        logger.LogWarning("JD: orders from {From} to {To} kept moving while read; the rest is left to the next sync", window.From, window.To);
    }

    private async IAsyncEnumerable<OrderReport> PagesAsync(
        OrderWindow window, Pass pass, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var repeated = 0;
        for (var page = 1; page <= MostPages; page++)
        {
            var result = await FetchAsync(window, page, cancellationToken);
            var fresh = pass.Take(result["data"].Items);
            foreach (var report in Read(fresh, window))
            {
                yield return report;
            }

            if (!result["hasMore"].IsSet)
            {
                yield break;
            }

            // A page that came before may be followed by new ones; several in a row mean that there is nothing more. Reading again is different: there all came before.
            repeated = fresh.Length == 0 && pass.IsFirst ? repeated + 1 : 0;
            if (repeated == MostRepeatedPages)
            {
                break;
            }
        }

        pass.GiveUp();
        logger.LogWarning(
            "JD: orders from {From} to {To} always have one more page without new rows; stopped asking", window.From, window.To);
    }

    private async Task<JdNode> FetchAsync(OrderWindow window, int pageIndex, CancellationToken cancellationToken)
    {
        var request = new JdRequest(JdMethods.OrderRows, new
        {
            orderReq = new
            {
                pageIndex,
                pageSize = PageSize,
                type = window.By == OrderTime.Updated ? ByUpdateTime : ByOrderTime,
                startTime = JdTime.Write(window.From),
                endTime = JdTime.Write(window.To),
            },
        });
        var reply = await client.CallAsync(request, cancellationToken);
        return reply.Code switch
        {
            JdReply.Ok => reply.Result,
            TooManyRows => throw new NetworkException(JdNetwork.NetworkName, reply.Code, JdErrors.Explain(reply.Code, reply.Message, request.Method), isTransient: false)
            {
                IsWindowTooFull = true,
            },
            _ => throw reply.ToException(request.Method),
        };
    }

    private OrderReport[] Read(JdNode[] rows, OrderWindow window)
    {
        var now = clock.GetUtcNow();
        var changedBy = window.By == OrderTime.Updated ? window.To : now;
        OrderReport[] reports =
        [
            .. rows.Select(row => new OrderReport(row.Raw, JdOrderRows.Read(row, changedBy, JdTime.Date(now)), JdOrderRows.RowId(row))),
        ];
        var unreadable = reports.Count(report => report.Order is null);
        if (unreadable > 0)
        {
            logger.LogError("JD: {Unreadable} of {Rows} order rows could not be read", unreadable, rows.Length);
        }

        return reports;
    }

    /// <summary>What came so far, by content, not by key: a row that changed between two pages must come again.</summary>
    private sealed class Pass
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
        private int _number;
        private int _pages;
        private int _fresh;
        private bool _givenUp;

        public bool IsFirst => _number == 1;

        public bool IsLast => _givenUp || _pages == 1 || (!IsFirst && _fresh == 0);

        public void Begin() => (_number, _pages, _fresh) = (_number + 1, 0, 0);

        public void GiveUp() => _givenUp = true;

        public JdNode[] Take(IEnumerable<JdNode> rows)
        {
            JdNode[] fresh = [.. rows.Where(row => _seen.Add(row.Raw))];
            _pages++;
            _fresh += fresh.Length;
            return fresh;
        }
    }
}
