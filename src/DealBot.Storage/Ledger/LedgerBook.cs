using System.Data;
using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Ledger;

/// <summary>
/// Posts to the books within one transaction of the database. Entries and the roll-up are written by <see cref="Close"/>, sorted by account,
/// so that thousands of them touch few pages; whoever posts must close.
/// </summary>
internal sealed class LedgerBook : IDisposable
{
    private readonly Dictionary<(long Account, long Month), List<(long Transaction, StageSums Sums)>> _entries = [];
    private readonly RowCommand _insertTransaction;
    private readonly RowCommand _insertEntry;
    private readonly RowCommand _move;
    private readonly RowCommand _isPosted;
    private readonly RowCommand _balance;
    private readonly RowCommand _latest;
    private long? _last;

    public LedgerBook(IDbConnection connection, IDbTransaction transaction)
    {
        Keys = new LedgerKeys(connection, transaction);
        _latest = new RowCommand(connection, transaction, "SELECT COALESCE(MAX(transaction_id), 0) FROM ledger_transactions");
        _insertTransaction = new RowCommand(
            connection,
            transaction,
            """
            INSERT INTO ledger_transactions (
                transaction_id, kind, booked_at, month, network, row_id, version, step, stage, sales_fen, commission_fen, terms_id, reference)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12)
            """);
        _insertEntry = new RowCommand(
            connection,
            transaction,
            """
            INSERT INTO ledger_entries (account_id, month, transaction_id, estimated_fen, confirmed_fen, settled_fen, paid_out_fen)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
            """);
        _move = new RowCommand(
            connection,
            transaction,
            """
            INSERT INTO ledger_movements (account_id, month, estimated_fen, confirmed_fen, settled_fen, paid_out_fen)
            VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
            ON CONFLICT (account_id, month) DO UPDATE SET
                estimated_fen = ledger_movements.estimated_fen + excluded.estimated_fen, confirmed_fen = ledger_movements.confirmed_fen + excluded.confirmed_fen,
                settled_fen = ledger_movements.settled_fen + excluded.settled_fen, paid_out_fen = ledger_movements.paid_out_fen + excluded.paid_out_fen
            """);
        _isPosted = new RowCommand(
            connection, transaction, "SELECT COUNT(*) FROM ledger_transactions WHERE kind = @p0 AND reference = @p1 AND reference IS NOT NULL");
        _balance = new RowCommand(
            connection,
            transaction,
            """
            SELECT COALESCE(SUM(CASE @p2 WHEN 'estimated' THEN estimated_fen WHEN 'confirmed' THEN confirmed_fen WHEN 'settled' THEN settled_fen ELSE paid_out_fen END), 0)
            FROM ledger_movements m JOIN ledger_accounts a ON a.account_id = m.account_id WHERE a.party = @p0 AND a.id = @p1
            """);
    }

    public LedgerKeys Keys { get; }

    /// <summary>What an account holds over all months, as of what has been closed.</summary>
    public Money Balance(LedgerAccount account) =>
        new(_balance.With(Names.Of(account.Party), account.Id, Names.Of(account.Stage)).Number() ?? 0);

    /// <summary>Posts what an order adds to the books, if it adds anything.</summary>
    public void Post(OrderPosting posting, OrderHolding? before, OrderHolding after)
    {
        var entries = after.Since(before);
        if (entries.Count == 0)
        {
            return;
        }

        long month = LedgerMonth.Of(Moments.From(posting.BookedAt)).Number;
        var id = NextId();
        _insertTransaction.With(
            id, Names.Of(posting.Kind), posting.BookedAt, month, posting.Network, posting.RowId, posting.Version, posting.Step,
            after.Stage is { } stage ? Names.Of(stage) : null, posting.SalesFen, after.Commission.Fen, Keys.Of(after.Terms), default).Run();
        Add(id, month, entries);
    }

    /// <summary>Posts a transaction that comes from no order.</summary>
    /// <returns>False if one of this kind and reference is posted already.</returns>
    /// <exception cref="ArgumentException">It does not sum to zero.</exception>
    public bool Post(LedgerTransaction transaction)
    {
        transaction.Require();
        var kind = Names.Of(transaction.Kind);
        if (_isPosted.With(kind, transaction.Reference).Number() > 0)
        {
            return false;
        }

        long month = transaction.Month.Number;
        var id = NextId();
        _insertTransaction.With(
            id, kind, transaction.BookedAt.ToUnixTimeMilliseconds(), month, default, default, default, default, default, default, default, default, transaction.Reference).Run();
        Add(id, month, transaction.Entries);
        return true;
    }

    /// <summary>Writes the entries and the roll-up.</summary>
    public void Close()
    {
        foreach (var ((account, month), entries) in _entries.OrderBy(side => side.Key))
        {
            // Numbers of transactions only grow, so these are in order already.
            foreach (var (transaction, sums) in entries)
            {
                _insertEntry.With(account, month, transaction, sums.Estimated, sums.Confirmed, sums.Settled, sums.PaidOut).Run();
            }

            var moved = entries.Aggregate(default(StageSums), (sum, entry) => sum + entry.Sums);
            _move.With(account, month, moved.Estimated, moved.Confirmed, moved.Settled, moved.PaidOut).Run();
        }

        _entries.Clear();
    }

    public void Dispose()
    {
        Keys.Dispose();
        _insertTransaction.Dispose();
        _insertEntry.Dispose();
        _move.Dispose();
        _isPosted.Dispose();
        _balance.Dispose();
        _latest.Dispose();
    }

    /// <summary>Nobody else writes while this transaction is open, so the last number is asked for once.</summary>
    private long NextId()
    {
        _last = (_last ?? _latest.Number() ?? 0) + 1;
        return _last.Value;
    }

    private void Add(long transaction, long month, IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            var account = Keys.Of(entry.Account.Party, entry.Account.Id);
            if (!_entries.TryGetValue((account, month), out var rows))
            {
                _entries[(account, month)] = rows = [];
            }

            if (rows.Count > 0 && rows[^1].Transaction == transaction)
            {
                rows[^1] = (transaction, rows[^1].Sums + StageSums.Of(entry));
            }
            else
            {
                rows.Add((transaction, StageSums.Of(entry)));
            }
        }
    }
}
