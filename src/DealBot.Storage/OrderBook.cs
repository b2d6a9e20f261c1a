using System.Data;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Storage;

/// <summary>Writes rows and their versions within one transaction. Each statement is prepared once for all rows of a batch.</summary>
internal sealed class OrderBook : IDisposable
{
    private const int MostAtOnce = 100;

    private readonly OrderHours _hours;
    private readonly Dictionary<(string Network, string RowId), BookedRow> _booked = [];
    private readonly RowCommand _update;
    private readonly RowCommand _upsert;
    private readonly RowCommand _keep;
    private readonly RowCommand _isKept;

    private OrderBook(IDbConnection connection, IDbTransaction transaction)
    {
        _hours = new OrderHours(connection, transaction);
        _update = new RowCommand(connection, transaction, OrderColumns.UpdateSql, OrderColumns.Types);
        _upsert = new RowCommand(connection, transaction, OrderColumns.UpsertSql, OrderColumns.Types);
        _keep = new RowCommand(
            connection,
            transaction,
            """
            INSERT INTO order_snapshots (network, row_id, version, account, ordered_at, modified_at, seen_at, content_hash, body)
            VALUES (@p0, @p1, (SELECT COALESCE(MAX(version), 0) + 1 FROM order_snapshots WHERE network = @p0 AND row_id = @p1), @p2, @p3, @p4, @p5, @p6, @p7)
            """,
            DbType.String, DbType.String, DbType.String, DbType.Int64, DbType.Int64, DbType.Int64, DbType.String, DbType.String);
        _isKept = new RowCommand(
            connection,
            transaction,
            "SELECT COUNT(*) FROM order_snapshots WHERE network = @p0 AND row_id = @p1 AND content_hash = @p2",
            DbType.String, DbType.String, DbType.String);
    }

    /// <summary>Opens the book where these rows are.</summary>
    public static OrderBook Open(IDbConnection connection, IDbTransaction transaction, IEnumerable<(string Network, string RowId)> rows)
    {
        var book = new OrderBook(connection, transaction);
        foreach (var network in rows.GroupBy(row => row.Network, row => row.RowId))
        {
            foreach (var rowIds in network.Chunk(MostAtOnce))
            {
                book.Find(connection, transaction, network.Key, rowIds);
            }
        }

        return book;
    }

    public static string HashOf(string raw) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(raw)).AsSpan(0, 16));

    /// <summary>Keeps the version and books what it says, unless what is booked was modified later.</summary>
    /// <returns>Null if nothing changed.</returns>
    public OrderChange? Take(string account, AttributedOrder row, DateTimeOffset seenAt)
    {
        var order = row.Order;
        var hash = HashOf(order.Raw);
        var booked = _booked.GetValueOrDefault((order.Network, order.RowId));
        if (booked is not null && booked.ModifiedAt > order.ModifiedAt.ToUnixTimeMilliseconds() && booked.ContentHash != hash)
        {
            KeepOnce(order.Network, order.RowId, account, order, hash, order.Raw, seenAt);
            return null;
        }

        if (booked?.ContentHash != hash)
        {
            Keep(order.Network, order.RowId, account, order, hash, order.Raw, seenAt);
        }
        else if (booked.Status == Names.Of(order.Status))
        {
            return null;
        }

        Book(account, row, hash, booked);
        return new OrderChange(row, booked is null, new Money(booked?.CommissionFen ?? 0));
    }

    /// <summary>Keeps a row that can't be read, once.</summary>
    /// <returns>Whether it was not known.</returns>
    public bool Take(string network, string account, OrderReport unreadable, DateTimeOffset seenAt)
    {
        var hash = HashOf(unreadable.Raw);
        return KeepOnce(network, unreadable.RowId ?? $"sha256:{hash}", account, null, hash, unreadable.Raw, seenAt);
    }

    /// <summary>Books a row, whatever was booked before.</summary>
    public void Book(string account, AttributedOrder row, string hash, BookedRow? booked)
    {
        var values = OrderColumns.Values(account, row, hash);
        if (booked is null || _update.With(values).Run() == 0)
        {
            _upsert.With(values).Run();
        }

        Touch(row, booked);
        var order = row.Order;
        _booked[(order.Network, order.RowId)] = new BookedRow(
            order.RowId, row.Attribution.GroupId, order.OrderedAt.ToUnixTimeMilliseconds(), order.ModifiedAt.ToUnixTimeMilliseconds(), Names.Of(order.Status), row.Commission.Fen, hash);
    }

    /// <summary>Has the hours of a row, as it was and as it is, reckoned again.</summary>
    public void Touch(AttributedOrder row, BookedRow? booked)
    {
        _hours.Touch(row.Attribution.GroupId, row.Order.OrderedAt.ToUnixTimeMilliseconds());
        _hours.Touch(booked?.GroupId, booked?.OrderedAt ?? 0);
    }

    /// <inheritdoc cref="OrderHours.Reckon()" />
    public int Reckon() => _hours.Reckon();

    public void Dispose()
    {
        _update.Dispose();
        _upsert.Dispose();
        _keep.Dispose();
        _isKept.Dispose();
    }

    private void Find(IDbConnection connection, IDbTransaction transaction, string network, string[] rowIds)
    {
        foreach (var row in connection.Query<BookedRow>(
            "SELECT row_id, group_id, ordered_at, modified_at, status, commission_fen, content_hash FROM orders WHERE network = @network AND row_id IN @rowIds",
            new { network, rowIds },
            transaction))
        {
            _booked[(network, row.RowId)] = row;
        }
    }

    private bool KeepOnce(string network, string rowId, string account, OrderUpdate? order, string hash, string raw, DateTimeOffset seenAt)
    {
        if ((long)_isKept.With(network, rowId, hash).Value()! > 0)
        {
            return false;
        }

        Keep(network, rowId, account, order, hash, raw, seenAt);
        return true;
    }

    private void Keep(string network, string rowId, string account, OrderUpdate? order, string hash, string raw, DateTimeOffset seenAt)
    {
        var seen = seenAt.ToUnixTimeMilliseconds();
        _keep.With(network, rowId, account, order?.OrderedAt.ToUnixTimeMilliseconds(), order?.ModifiedAt.ToUnixTimeMilliseconds() ?? seen, seen, hash, raw).Run();
    }
}
