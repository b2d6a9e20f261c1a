using System.Runtime.CompilerServices;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Networks.Wire;

/// <summary>One page of goods.</summary>
/// <param name="Rows">The rows as they came.</param>
/// <param name="IsLast">Whether the network has no more.</param>
internal sealed record DealPage(IReadOnlyList<WireNode> Rows, bool IsLast);

/// <summary>Lists deals page by page: an item seen on two pages comes once, what can't be read is left out and counted in the log.</summary>
/// <param name="network">Network name, for the log.</param>
/// <param name="logger">Where to say what was left out.</param>
internal sealed class DealPages(string network, ILogger logger)
{
    /// <summary>The deals of all pages.</summary>
    /// <param name="maxDeals">Stops after this many.</param>
    /// <param name="fetch">Gets a page by its number, from 1.</param>
    /// <param name="itemId">The id of a row; null if it can't be told.</param>
    /// <param name="read">Reads a row; null if it can't be posted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async IAsyncEnumerable<Deal> ListAsync(
        int maxDeals,
        Func<int, CancellationToken, Task<DealPage>> fetch,
        Func<WireNode, string?> itemId,
        Func<WireNode, Deal?> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var listed = 0;
        for (var number = 1; listed < maxDeals; number++)
        {
            var page = await fetch(number, cancellationToken);
            var fresh = page.Rows.Where(row => itemId(row) is { } id && seen.Add(id)).ToArray();
            var deals = fresh.Select(row => Read(row, read)).OfType<Deal>().ToArray();
            LogLeftOut(page.Rows.Count(row => itemId(row) is null) + fresh.Length - deals.Length, page.Rows.Count, number);
            foreach (var deal in deals.Take(maxDeals - listed))
            {
                listed++;
                yield return deal;
            }

            // A page of nothing but repetitions means that the gateway does not page on.
            if (page.IsLast || fresh.Length == 0)
            {
                break;
            }
        }
    }

    /// <summary>Whatever is in a row, it can't end the list.</summary>
    private Deal? Read(WireNode row, Func<WireNode, Deal?> read)
    {
        try
        {
            return read(row);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogError(exception, "{Network}: reading an item failed", network);
            return null;
        }
    }

    private void LogLeftOut(int leftOut, int rows, int page)
    {
        if (leftOut > 0)
        {
            logger.LogWarning(
                "{Network}: {LeftOut} of {Rows} items on page {Page} could not be read and were left out", network, leftOut, rows, page);
        }
    }
}
