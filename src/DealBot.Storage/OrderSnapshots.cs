using System.Buffers;
using System.Data;
using System.Security.Cryptography;
using System.Text;
using DealBot.Core.Orders;
using DealBot.Storage.Ledger;

namespace DealBot.Storage;

/// <summary>Keeps versions of rows as they came, each beside what it said by the rules of that day.</summary>
internal sealed class OrderSnapshots(IDbConnection connection, IDbTransaction transaction, LedgerKeys keys) : IDisposable
{
    private readonly RowCommand _keep = new(
        connection,
        transaction,
        """
        INSERT INTO order_snapshots (
            network, row_id, version, account, ordered_at, modified_at, seen_at, content_hash, body, stage, commission_fen, terms_id, sales_fen)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12)
        """);

    private readonly RowCommand _isKept = new(
        connection,
        transaction,
        "SELECT COUNT(*) FROM order_snapshots WHERE network = @p0 AND row_id = @p1 AND content_hash = @p2");

    private readonly RowCommand _latest = new(
        connection,
        transaction,
        "SELECT COALESCE(MAX(version), 0) FROM order_snapshots WHERE network = @p0 AND row_id = @p1");

    public static string HashOf(string raw)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(raw.Length));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(raw, bytes)), hash);
        ArrayPool<byte>.Shared.Return(bytes);
        return Convert.ToHexStringLower(hash[..16]);
    }

    /// <summary>Keeps a version.</summary>
    /// <returns>Its number.</returns>
    public long Keep(string account, AttributedOrder row, string hash, DateTimeOffset seenAt)
    {
        var order = row.Order;
        var version = Latest(order.Network, order.RowId) + 1;
        _keep.With(
            order.Network, order.RowId, version, account, order.OrderedAt.ToUnixTimeMilliseconds(), order.ModifiedAt.ToUnixTimeMilliseconds(),
            seenAt.ToUnixTimeMilliseconds(), hash, order.Raw, LedgerNames.StageOf(order.Status), row.Commission.Fen, keys.Of(row.Terms), row.Sales.Fen).Run();
        return version;
    }

    /// <summary>Keeps a version that is not booked, unless it is kept.</summary>
    public void KeepOnce(string account, AttributedOrder row, string hash, DateTimeOffset seenAt)
    {
        if (!IsKept(row.Order.Network, row.Order.RowId, hash))
        {
            Keep(account, row, hash, seenAt);
        }
    }

    /// <summary>Keeps a row that can't be read, unless it is kept.</summary>
    /// <returns>Whether it was not known.</returns>
    public bool KeepOnce(string network, string account, string? rowId, string raw, DateTimeOffset seenAt)
    {
        var hash = HashOf(raw);
        rowId ??= $"sha256:{hash}";
        if (IsKept(network, rowId, hash))
        {
            return false;
        }

        var seen = seenAt.ToUnixTimeMilliseconds();
        _keep.With(network, rowId, Latest(network, rowId) + 1, account, default, seen, seen, hash, raw, default, default, default, default).Run();
        return true;
    }

    /// <summary>The latest version of a row; 0 if there is none.</summary>
    public long Latest(string network, string rowId) => _latest.With(network, rowId).Number() ?? 0;

    public void Dispose()
    {
        _keep.Dispose();
        _isKept.Dispose();
        _latest.Dispose();
    }

    private bool IsKept(string network, string rowId, string hash) => _isKept.With(network, rowId, hash).Number() > 0;
}
