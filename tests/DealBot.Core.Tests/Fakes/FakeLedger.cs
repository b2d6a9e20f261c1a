using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;

namespace DealBot.Core.Tests.Fakes;

/// <summary>The books in memory: orders post the difference to what is held, as in the database.</summary>
internal sealed class FakeLedger : ILedgerStore
{
    private readonly Dictionary<(string Network, string RowId), OrderHolding> _held = [];
    private readonly List<LedgerLine> _lines = [];
    private long _transactions;

    /// <summary>What the roll-up says too much of every account; nothing unless a test says so.</summary>
    public Money Astray { get; set; }

    /// <summary>Books an order as it is reported at a moment.</summary>
    public void Book(DateTimeOffset at, AttributedOrder row)
    {
        var order = row.Order;
        var before = _held.GetValueOrDefault((order.Network, order.RowId));
        var after = OrderHolding.Of("main", row);
        var entries = after.Since(before);
        _held[(order.Network, order.RowId)] = after;
        Add(after.KindSince(before), at, entries, null, new LedgerOrder
        {
            Network = order.Network,
            RowId = order.RowId,
            Version = 1,
            Step = 0,
            OrderId = order.OrderId,
            ItemId = order.Deal.ItemId,
            Title = order.Title,
            OrderedAt = order.OrderedAt,
            GroupId = row.Attribution.GroupId,
            Stage = after.Stage,
            Sales = row.Sales,
            Commission = after.Commission,
            Terms = after.Terms,
        });
    }

    public Task<IReadOnlyList<LedgerMovement>> MovementsAsync(LedgerMonth? until, LedgerParty? party, string? id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LedgerMovement>>([.. _lines
            .Where(line => (until is null || line.Month <= until) && (party is null || line.Entry.Account.Party == party) && (id is null || line.Entry.Account.Id == id))
            .GroupBy(line => (line.Entry.Account, line.Month))
            .Select(lines => new LedgerMovement(lines.Key.Account, lines.Key.Month, lines.Aggregate(Astray, (sum, line) => sum + line.Entry.Amount)))]);

    public Task<IReadOnlyList<LedgerLine>> LinesAsync(LedgerParty party, string id, LedgerMonth month, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LedgerLine>>([.. _lines.Where(line => line.Entry.Account.Party == party && line.Entry.Account.Id == id && line.Month == month)]);

    public Task<bool> PostAsync(LedgerTransaction transaction, CancellationToken cancellationToken)
    {
        Add(transaction.Kind, transaction.BookedAt, transaction.Entries, transaction.Reference, null);
        return Task.FromResult(true);
    }

    private void Add(LedgerKind kind, DateTimeOffset at, IReadOnlyList<LedgerEntry> entries, string? reference, LedgerOrder? order)
    {
        _transactions++;
        _lines.AddRange(entries.Select(entry => new LedgerLine(_transactions, kind, at, LedgerMonth.Of(at), entry) { Order = order, Reference = reference }));
    }
}
