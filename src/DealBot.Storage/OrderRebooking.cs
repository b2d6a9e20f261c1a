using System.Data;
using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Storage;

/// <summary>Books rows anew within one transaction, if that makes a difference.</summary>
internal sealed class OrderRebooking(IDbConnection connection, IDbTransaction transaction, OrderBook book, DateTimeOffset at) : IDisposable
{
    private readonly RowCommand _latest = new(
        connection, transaction, "SELECT MAX(version) FROM order_snapshots WHERE network = @p0 AND row_id = @p1");

    private readonly RowCommand _claim = new(
        connection, transaction, "SELECT group_id FROM order_claims WHERE network = @p0 AND row_id = @p1 ORDER BY id DESC LIMIT 1");

    private readonly RowCommand _find = new(
        connection, transaction, $"SELECT {OrderColumns.Names} FROM orders WHERE network = @p0 AND row_id = @p1");

    private readonly RowCommand _date = new(
        connection,
        transaction,
        "UPDATE order_snapshots SET ordered_at = @p2 WHERE network = @p0 AND row_id = @p1 AND ordered_at IS NULL");

    public RecountFigures Rebook(RebookedOrder rebooked)
    {
        var (versions, row) = rebooked;
        var looked = RecountFigures.None with { Rows = 1 };
        if (_latest.With(versions.Network, versions.RowId).Number() != versions.Versions[^1].Number || !IsTracedByClaims(row))
        {
            return looked;
        }

        var order = row.Order;
        var values = OrderColumns.Values(versions.Account, row, OrderSnapshots.HashOf(order.Raw), book.TermsId(row));
        var booked = _find.With(order.Network, order.RowId).Row();
        var before = booked is null ? null : Booked(booked);
        if (before is not null && booked!.SkipLast(1).SequenceEqual(values.SkipLast(1)))
        {
            // The hash is no part of what the row says; one from before hashes were kept is filled in.
            if (before.ContentHash.Length == 0)
            {
                book.Write(versions.Account, row);
            }

            book.Touch(row, before);
            return looked;
        }

        // A version that could not be read when it came belongs to a day from now on.
        _date.With(versions.Network, versions.RowId, order.OrderedAt.ToUnixTimeMilliseconds()).Run();
        if (before?.ModifiedAt > order.ModifiedAt.ToUnixTimeMilliseconds() && versions.Versions.All(version => OrderSnapshots.HashOf(version.Raw) != before.ContentHash))
        {
            // Some versions came without the row's id and some with it: what is booked is of the others, and later.
            return looked;
        }

        book.Rebook(rebooked, before, at);
        return looked with
        {
            Changed = 1,
            Moved = before?.GroupId != row.Attribution.GroupId ? 1 : 0,
            Difference = Counted(row) - (before?.GroupId is null ? Money.Zero : new Money(before.CommissionFen)),
        };
    }

    public void Dispose()
    {
        _latest.Dispose();
        _claim.Dispose();
        _find.Dispose();
        _date.Dispose();
    }

    /// <summary>Whoever claims an order books it in the same transaction: what was traced without that is out of date.</summary>
    private bool IsTracedByClaims(AttributedOrder row) =>
        _claim.With(row.Order.Network, row.Order.RowId).Row()?[0].Text == (row.Attribution.Method == AttributionMethod.Claimed ? row.Attribution.GroupId : null);

    private static BookedRow Booked(RowValue[] values) => new(
        values[OrderColumns.At("row_id")].Text!,
        values[OrderColumns.At("account")].Text!,
        new HourPart(
            values[OrderColumns.At("group_id")].Text,
            Moments.HourOf(values[OrderColumns.At("ordered_at")].Number!.Value),
            values[OrderColumns.At("order_id")].Text!,
            values[OrderColumns.At("counts")].Number == 1,
            values[OrderColumns.At("sales_fen")].Number!.Value,
            values[OrderColumns.At("commission_fen")].Number!.Value),
        values[OrderColumns.At("ordered_at")].Number!.Value,
        values[OrderColumns.At("modified_at")].Number!.Value,
        values[OrderColumns.At("status")].Text!,
        values[OrderColumns.At("content_hash")].Text!,
        values[OrderColumns.At("terms_id")].Number);

    private static Money Counted(AttributedOrder row) => row.Attribution.GroupId is null ? Money.Zero : row.Commission;
}
