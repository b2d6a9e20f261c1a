using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>Books the orders of a span anew from what the networks sent, by today's rules of reading and attribution. Doing it twice changes nothing more.</summary>
public sealed class OrderRecount(IReadOnlyList<IAffiliateNetwork> networks, OrderTracing tracing, IOrderHistory history)
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(1);

    /// <summary>Recounts a span, an hour at a time and in short transactions. Rows of networks that are not set up any more stay as they are.</summary>
    public async Task<RecountFigures> RunAsync(OrderSpan span, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(span);
        var figures = RecountFigures.None;
        for (var from = span.From; from < span.Until; from += Step)
        {
            figures += await RebookAsync(new OrderSpan(from, from + Step < span.Until ? from + Step : span.Until), cancellationToken).ConfigureAwait(false);
        }

        return figures + await history.ClearHoursAsync(span, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Tries again to read what could not be read when it came, of whatever day.</summary>
    public Task<RecountFigures> RunUnreadableAsync(CancellationToken cancellationToken) => RebookAsync(span: null, cancellationToken);

    private async Task<RecountFigures> RebookAsync(OrderSpan? span, CancellationToken cancellationToken)
    {
        var figures = RecountFigures.None;
        OrderVersions? last = null;
        while (await history.PageAsync(span, last, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            figures += await RebookAsync(page, cancellationToken).ConfigureAwait(false);
            last = page[^1];
        }

        return figures;
    }

    private async Task<RecountFigures> RebookAsync(IReadOnlyList<OrderVersions> page, CancellationToken cancellationToken)
    {
        await tracing.RefreshAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<RebookedOrder>(page.Count);
        var unreadable = 0;
        foreach (var versions in page)
        {
            var network = networks.FirstOrDefault(network => network.Name == versions.Network);
            if (network is not null && versions.Read(network) is { } order)
            {
                rows.Add(new RebookedOrder(versions, await tracing.RetraceAsync(versions.Account, order, cancellationToken).ConfigureAwait(false)));
            }
            else if (network is not null)
            {
                unreadable++;
            }
        }

        return await history.RebookAsync(rows, cancellationToken).ConfigureAwait(false) with { Unreadable = unreadable };
    }
}
