using System.Runtime.ExceptionServices;
using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Orders;

/// <summary>
/// Traces the rows that an account brought and keeps them, one batch while the next is read and traced: the database takes one processor, all else
/// another. A batch is kept only when the one before is on the disk, so that the watermark never passes what failed. Whoever began must dispose.
/// </summary>
internal sealed class OrderKeeping(OrderTracing tracing, IOrderStore store, TimeProvider time, IAffiliateNetwork network, bool movesWatermark) : IAsyncDisposable
{
    private readonly HashSet<string> _rowsBeingKept = [];
    private LedgerMonth _monthBeingKept;
    private Task<TakenWindow>? _keeping;
    private ExceptionDispatchInfo? _fault;

    /// <summary>Traces what was read and begins to keep it, once what was begun before is kept. What fails then is thrown at the next call: what was kept before is told first.</summary>
    /// <returns>What became of that; null if nothing was begun before.</returns>
    public async Task<TakenWindow?> BeginAsync(ReadWindow read, CancellationToken cancellationToken)
    {
        _fault?.Throw();
        var before = read.Orders.Any(IsTracedByWhatIsBeingKept) ? await EndAsync().ConfigureAwait(false) : null;
        OrderBatch traced;
        try
        {
            traced = await TraceAsync(read, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (before is not null || _keeping is not null)
        {
            before ??= await EndAsync().ConfigureAwait(false);
            _fault = ExceptionDispatchInfo.Capture(exception);
            return before;
        }

        before ??= await EndAsync().ConfigureAwait(false);

        // It is seen and booked when it is written, however long it had to wait.
        var batch = traced with { SeenAt = time.GetUtcNow() };
        _rowsBeingKept.UnionWith(batch.Orders.Select(order => order.Order.RowId));
        _monthBeingKept = LedgerMonth.Of(batch.SeenAt);

        // SQLite works on the thread that asks.
        _keeping = Task.Run(() => KeepAsync(read, batch, cancellationToken), cancellationToken);
        return before;
    }

    /// <summary>Waits until what was begun is kept.</summary>
    /// <returns>What became of it; null if nothing was begun.</returns>
    public async Task<TakenWindow?> EndAsync()
    {
        _fault?.Throw();
        if (_keeping is not { } keeping)
        {
            return null;
        }

        _keeping = null;
        _rowsBeingKept.Clear();
        return await keeping.ConfigureAwait(false);
    }

    /// <summary>Waits for what was begun: whoever stops in the middle, for whatever reason, leaves no transaction behind that goes on by itself.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_keeping is Task keeping)
        {
            // Why it stopped is on its way already. What failed to be kept is behind the watermark still, and is read again.
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>
    /// Whether an order can't be traced before the batch that is being written is: how a row was traced before counts when it comes again, and the level of a
    /// promoter in a month follows from what was booked in the months before.
    /// </summary>
    private bool IsTracedByWhatIsBeingKept(OrderUpdate order) =>
        _keeping is not null && (_rowsBeingKept.Contains(order.RowId) || order.OrderedAt >= _monthBeingKept.End);

    private async Task<TakenWindow> KeepAsync(ReadWindow read, OrderBatch batch, CancellationToken cancellationToken)
    {
        if (read.Reports.Count == 0 && !movesWatermark)
        {
            return new TakenWindow(read.Window, [], SavedOrders.None);
        }

        while (true)
        {
            if (await store.SaveAsync(batch, cancellationToken).ConfigureAwait(false) is { IsOvertaken: false } saved)
            {
                return new TakenWindow(read.Window, [.. batch.Orders.Select(order => order.Order.RowId).Distinct()], saved);
            }

            // An order that the owner claimed in that very moment would be booked back to where it was.
            batch = await TraceAsync(read, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<OrderBatch> TraceAsync(ReadWindow read, CancellationToken cancellationToken)
    {
        var claimsRead = await tracing.RefreshAsync(cancellationToken).ConfigureAwait(false);
        return new OrderBatch
        {
            Network = network.Name,
            Account = network.Account,
            Orders = await tracing.TraceAllAsync(network.Name, network.Account, [.. read.Orders], cancellationToken).ConfigureAwait(false),
            Unreadable = [.. read.Reports.Where(report => report.Order is null)],
            SeenAt = time.GetUtcNow(),
            ClaimsRead = claimsRead,
            Watermark = movesWatermark ? read.Window : null,
        };
    }
}
