using System.Data;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Storage.Ledger;

namespace DealBot.Storage;

/// <summary>
/// Writes rows, their versions and what they post to the ledger, within one transaction. Each statement is prepared once for all rows of a
/// batch. Whoever took or booked rows must <see cref="Close"/>.
/// </summary>
internal sealed class OrderBook : IDisposable
{
    private readonly OrderHours _hours;
    private readonly Dictionary<(string Network, string RowId), BookedRow> _booked = [];
    private readonly LedgerBook _ledger;
    private readonly OrderSnapshots _snapshots;
    private readonly OrderRebookings _rebookings;
    private readonly RowCommand _find;
    private readonly RowCommand _update;
    private readonly RowCommand _upsert;

    public OrderBook(IDbConnection connection, IDbTransaction transaction)
    {
        _hours = new OrderHours(connection, transaction);
        _ledger = new LedgerBook(connection, transaction);
        _snapshots = new OrderSnapshots(connection, transaction, _ledger.Keys);
        _rebookings = new OrderRebookings(connection, transaction, _ledger.Keys);
        _find = new RowCommand(
            connection,
            transaction,
            """
            SELECT account, group_id, ordered_at, modified_at, status, commission_fen, content_hash, terms_id, order_id, counts, sales_fen
            FROM orders WHERE network = @p0 AND row_id = @p1
            """);
        _update = new RowCommand(connection, transaction, OrderColumns.UpdateSql);
        _upsert = new RowCommand(connection, transaction, OrderColumns.UpsertSql);
    }

    /// <summary>Keeps the version and books what it says, unless what is booked was modified later.</summary>
    /// <returns>Null if nothing changed.</returns>
    public OrderChange? Take(string account, AttributedOrder row, DateTimeOffset seenAt)
    {
        var order = row.Order;
        var hash = OrderSnapshots.HashOf(order.Raw);
        var booked = Find(order.Network, order.RowId);
        if (booked is not null && booked.ModifiedAt > order.ModifiedAt.ToUnixTimeMilliseconds() && booked.ContentHash != hash)
        {
            _snapshots.KeepOnce(account, row, hash, seenAt);
            return null;
        }

        if (booked?.ContentHash == hash && booked.Status == Names.Of(order.Status))
        {
            return null;
        }

        var kind = OrderHolding.Of(account, row).KindSince(booked?.Holding(order.Network, _ledger.Keys));
        if (booked?.ContentHash != hash)
        {
            Book(account, row, hash, booked, kind, seenAt, _snapshots.Keep(account, row, hash, seenAt), 0);
        }
        else
        {
            var version = _snapshots.Latest(order.Network, order.RowId);
            Book(account, row, hash, booked, kind, seenAt, version, _rebookings.Add(account, row, version, (order.RowId, version), kind, seenAt));
        }

        // Most orders are confirmed and settled as they were estimated, which their hour need not be added up again for.
        if (booked?.Part != HourPart.Of(row))
        {
            Touch(row, booked);
        }

        return new OrderChange(row, booked is null, new Money(booked?.CommissionFen ?? 0));
    }

    /// <summary>Keeps a row that can't be read, once.</summary>
    /// <returns>Whether it was not known.</returns>
    public bool Take(string network, string account, OrderReport unreadable, DateTimeOffset seenAt) =>
        _snapshots.KeepOnce(network, account, unreadable.RowId, unreadable.Raw, seenAt);

    /// <summary>Books a row anew, whatever was booked before.</summary>
    /// <param name="rebooked">The row, and what it was worked out from.</param>
    /// <param name="booked">As it was booked; null if it was not.</param>
    /// <param name="bookedAt">When.</param>
    public void Rebook(RebookedOrder rebooked, BookedRow? booked, DateTimeOffset bookedAt)
    {
        var (versions, row) = rebooked;
        var order = row.Order;
        var source = (versions.Versions.LastOrDefault(version => version.Raw == order.Raw) ?? versions.Versions[^1]).Number;
        var latest = order.RowId == versions.RowId ? versions.Versions[^1].Number : _snapshots.Latest(order.Network, order.RowId);
        var step = _rebookings.Add(versions.Account, row, latest, (versions.RowId, source), rebooked.Cause, bookedAt);
        Book(versions.Account, row, OrderSnapshots.HashOf(order.Raw), booked, rebooked.Cause, bookedAt, latest, step);
        Touch(row, booked);
    }

    /// <summary>Fills in the hash of a row from before hashes were kept.</summary>
    public void Write(string account, AttributedOrder row) =>
        _upsert.With(OrderColumns.Values(account, row, OrderSnapshots.HashOf(row.Order.Raw), TermsId(row))).Run();

    /// <summary>The number of a row's terms.</summary>
    public long TermsId(AttributedOrder row) => _ledger.Keys.Of(row.Terms);

    /// <summary>Has the hours of a row, as it was and as it is, reckoned again.</summary>
    public void Touch(AttributedOrder row, BookedRow? booked)
    {
        _hours.Touch(row.Attribution.GroupId, row.Order.OrderedAt.ToUnixTimeMilliseconds());
        _hours.Touch(booked?.GroupId, booked?.OrderedAt ?? 0);
    }

    /// <summary>Writes what was posted, and reckons the hours touched again.</summary>
    /// <returns>How many hourly figures changed.</returns>
    public int Close()
    {
        _ledger.Close();
        return _hours.Reckon();
    }

    public void Dispose()
    {
        _hours.Dispose();
        _ledger.Dispose();
        _snapshots.Dispose();
        _rebookings.Dispose();
        _find.Dispose();
        _update.Dispose();
        _upsert.Dispose();
    }

    private void Book(string account, AttributedOrder row, string hash, BookedRow? booked, LedgerKind kind, DateTimeOffset bookedAt, long version, long step)
    {
        var order = row.Order;
        var termsId = TermsId(row);
        var values = OrderColumns.Values(account, row, hash, termsId);
        if (booked is null || _update.With(values).Run() == 0)
        {
            _upsert.With(values).Run();
        }

        var posting = new OrderPosting(kind, bookedAt.ToUnixTimeMilliseconds(), order.Network, order.RowId, version, step, row.Sales.Fen);
        _ledger.Post(posting, booked?.Holding(order.Network, _ledger.Keys), OrderHolding.Of(account, row));
        _booked[(order.Network, order.RowId)] = new BookedRow(
            order.RowId, account, HourPart.Of(row), order.OrderedAt.ToUnixTimeMilliseconds(), order.ModifiedAt.ToUnixTimeMilliseconds(), Names.Of(order.Status), hash, termsId);
    }

    private BookedRow? Find(string network, string rowId)
    {
        if (!_booked.TryGetValue((network, rowId), out var booked) && _find.With(network, rowId).Row() is { } row)
        {
            booked = new BookedRow(
                rowId,
                row[0].Text!,
                new HourPart(row[1].Text, Moments.HourOf(row[2].Number!.Value), row[8].Text!, row[9].Number == 1, row[10].Number!.Value, row[5].Number!.Value),
                row[2].Number!.Value,
                row[3].Number!.Value,
                row[4].Text!,
                row[6].Text!,
                row[7].Number);
        }

        return booked;
    }
}
