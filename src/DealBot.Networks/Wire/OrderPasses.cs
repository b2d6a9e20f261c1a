using System.Runtime.CompilerServices;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Wire;

/// <summary>One page of order rows.</summary>
/// <param name="Rows">The rows as they came.</param>
/// <param name="HasMore">Whether another page follows.</param>
internal sealed record OrderRowPage(IEnumerable<WireNode> Rows, bool HasMore);

/// <summary>
/// Reads the pages of a window until nothing is lost. A row that changes while pages are read leaves the window, and all behind it move up: the
/// first of the next page is then on a page read already. So several pages are read again until a pass brings nothing new. A single page is one
/// answer, and moves as one.
/// </summary>
/// <param name="network">Network name, for the log.</param>
/// <param name="maxPages">Ends a gateway that always has more. If the last of them still brings new rows, the window is too long to be read at once.</param>
/// <param name="logger">Where to say that something was left to the next sync.</param>
internal sealed class OrderPasses(string network, int maxPages, ILogger logger)
{
    private const int MostRepeatedPages = 3;
    private const int MostPasses = 4;

    /// <summary>The window's rows in every version that came.</summary>
    /// <param name="window">For the log.</param>
    /// <param name="fetch">Gets a page by its number, from 1, after the one before.</param>
    /// <param name="read">Reads a row; a row that can't be booked keeps its raw text.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NetworkException">There are more pages than can be read, and what stands on them would be lost.</exception>
    public async IAsyncEnumerable<OrderReport> ReadAsync(
        OrderWindow window,
        Func<int, CancellationToken, Task<OrderRowPage>> fetch,
        Func<WireNode, OrderReport> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pass = new Pass();
        for (var number = 1; number <= MostPasses; number++)
        {
            pass.Begin();
            await foreach (var rows in PagesAsync(window, fetch, pass, cancellationToken))
            {
                foreach (var report in Read(rows, read))
                {
                    yield return report;
                }
            }

            if (pass.IsLast)
            {
                yield break;
            }
        }

        logger.LogWarning(
            "{Network}: orders from {From} to {To} kept moving while read; the rest is left to the next sync", network, window.From, window.To);
    }

    private async IAsyncEnumerable<WireNode[]> PagesAsync(
        OrderWindow window,
        Func<int, CancellationToken, Task<OrderRowPage>> fetch,
        Pass pass,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (repeated, fresh) = (0, Array.Empty<WireNode>());
        for (var number = 1; number <= maxPages; number++)
        {
            var page = await fetch(number, cancellationToken);
            fresh = pass.Take(page.Rows);
            yield return fresh;
            if (!page.HasMore)
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

        if (fresh.Length > 0)
        {
            throw TooFull();
        }

        pass.GiveUp();
        logger.LogWarning(
            "{Network}: orders from {From} to {To} always have one more page without new rows; stopped asking", network, window.From, window.To);
    }

    private NetworkException TooFull() => new(
        network, WireFaults.WindowTooFull, new Phrase("该时段订单太多，一次取不完", "The window holds more orders than can be read at once"), isTransient: false)
    {
        IsWindowTooFull = true,
    };

    private OrderReport[] Read(WireNode[] rows, Func<WireNode, OrderReport> read)
    {
        OrderReport[] reports = [.. rows.Select(row => Read(row, read))];
        var unreadable = reports.Count(report => report.Order is null);
        if (unreadable > 0)
        {
            logger.LogError("{Network}: {Unreadable} of {Rows} order rows could not be read", network, unreadable, rows.Length);
        }

        return reports;
    }

    /// <summary>Whatever is in a row, it can't end the window it came in: one that nobody could foresee is kept as it is, like any other that can't be read.</summary>
    private OrderReport Read(WireNode row, Func<WireNode, OrderReport> read)
    {
        try
        {
            return read(row);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "{Network}: reading an order row failed", network);
            return new OrderReport(row.Raw, null, null);
        }
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

        public WireNode[] Take(IEnumerable<WireNode> rows)
        {
            WireNode[] fresh = [.. rows.Where(row => _seen.Add(row.Raw))];
            _pages++;
            _fresh += fresh.Length;
            return fresh;
        }
    }
}
