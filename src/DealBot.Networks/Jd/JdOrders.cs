using System.Runtime.CompilerServices;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Jd;

/// <summary>Pulls the order rows that changed within a window.</summary>
internal sealed class JdOrders(JdClient client, TimeProvider clock, ILogger logger)
{
    public static readonly NetworkLimits Limits = new(MaxOrderWindow: TimeSpan.FromHours(1), MaxOrderAge: TimeSpan.FromDays(90));

    private const int PageSize = 500;
    private const int ByUpdateTime = 3;
    private const string TooManyRows = "2002452";

    // JD serves at most 10 000 rows a window; ten times the pages allow for short ones, and end a gateway that always has more.
    private const int MostPages = 200;
    private const int MostRepeatedPages = 3;

    public IAsyncEnumerable<OrderUpdate> PullAsync(OrderWindow window, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(window);
        if (window.To <= window.From || window.To - window.From > Limits.MaxOrderWindow)
        {
            throw new ArgumentException($"The window must end after its start and last at most {Limits.MaxOrderWindow}.", nameof(window));
        }

        return PagesAsync(window, cancellationToken);
    }

    private async IAsyncEnumerable<OrderUpdate> PagesAsync(
        OrderWindow window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeated = 0;
        for (var page = 1; page <= MostPages; page++)
        {
            var result = await FetchAsync(window, page, cancellationToken);

            // By content, not by key: a row that changed between two pages must come again.
            var fresh = result["data"].Items.Where(row => seen.Add(row.Raw)).ToArray();
            foreach (var update in Read(fresh, window))
            {
                yield return update;
            }

            if (!result["hasMore"].IsSet)
            {
                yield break;
            }

            // A page that came before may be followed by new ones; several in a row mean that there is nothing more.
            repeated = fresh.Length == 0 ? repeated + 1 : 0;
            if (repeated == MostRepeatedPages)
            {
                break;
            }
        }

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
                type = ByUpdateTime,
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

    private OrderUpdate[] Read(JdNode[] rows, OrderWindow window)
    {
        var today = JdTime.Date(clock.GetUtcNow());
        var updates = rows.Select(row => JdOrderRows.Read(row, window.To, today)).OfType<OrderUpdate>().ToArray();
        if (updates.Length < rows.Length)
        {
            var leftOut = rows.Length - updates.Length;
            logger.LogError("JD: {LeftOut} of {Rows} order rows could not be read and were left out", leftOut, rows.Length);
        }

        return updates;
    }
}
