using System.Data;
using DealBot.Core.Ledger;
using DealBot.Core.Orders;
using DealBot.Storage.Ledger;

namespace DealBot.Storage;

/// <summary>Puts down that a row was booked anew without a version of its own, so that the books can be rebuilt.</summary>
internal sealed class OrderRebookings(IDbConnection connection, IDbTransaction transaction, LedgerKeys keys) : IDisposable
{
    private readonly RowCommand _insert = new(
        connection,
        transaction,
        """
        INSERT INTO order_rebookings (
            network, row_id, version, step, cause, booked_at, source_row_id, source_version, account, modified_at, stage, commission_fen, terms_id, sales_fen)
        VALUES (@p0, @p1, @p2, (SELECT COALESCE(MAX(step), 0) + 1 FROM order_rebookings WHERE network = @p0 AND row_id = @p1 AND version = @p2),
            @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12)
        RETURNING step
        """);

    /// <summary>Puts it down.</summary>
    /// <param name="account">The account that the row came through.</param>
    /// <param name="row">As it is booked now.</param>
    /// <param name="version">The latest version of the row.</param>
    /// <param name="source">The snapshot that was read; not of the same row id where that could not be read once.</param>
    /// <param name="cause">Why.</param>
    /// <param name="bookedAt">When.</param>
    /// <returns>Which time it is since that version.</returns>
    public long Add(string account, AttributedOrder row, long version, (string RowId, long Version) source, LedgerKind cause, DateTimeOffset bookedAt)
    {
        var order = row.Order;
        return _insert.With(
            order.Network, order.RowId, version, Names.Of(cause), bookedAt.ToUnixTimeMilliseconds(), source.RowId, source.Version, account,
            order.ModifiedAt.ToUnixTimeMilliseconds(), LedgerNames.StageOf(order.Status), row.Commission.Fen, keys.Of(row.Terms), row.Sales.Fen).Number()!.Value;
    }

    public void Dispose() => _insert.Dispose();
}
