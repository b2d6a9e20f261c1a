using System.Text.Json;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Pdd;

/// <summary>Turns a row of the order lists into an order update. One row is one order of one item.</summary>
internal sealed class PddOrderRows(PddCustomParameters parameters)
{
    public static string? RowId(WireNode row) => row["order_sn"].Id;

    /// <summary>Reads a row that was kept as text.</summary>
    public OrderUpdate? Read(string raw, DateTimeOffset changedBy)
    {
        try
        {
            return Read(WireNode.Parse(raw), changedBy);
        }
        catch (JsonException)
        {
            // Kept by a version that thought this a row; it never can be booked.
            return null;
        }
    }

    /// <summary>Null if the row has no number, item or time, without which it can't be booked.</summary>
    /// <param name="row">The row.</param>
    /// <param name="changedBy">
    /// End of the queried window, by when a row that names no update time has changed; an earlier guess could make it look older than what is
    /// already booked.
    /// </param>
    public OrderUpdate? Read(WireNode row, DateTimeOffset changedBy)
    {
        if (RowId(row) is not { } number
            || (row["goods_sign"].Text ?? row["goods_id"].Id) is not { } item
            || (row["order_create_time"].Seconds ?? row["order_pay_time"].Seconds ?? row["order_modify_at"].Seconds) is not { } orderedAt)
        {
            return null;
        }

        var code = row["order_status"].Text ?? "";
        var (status, text) = PddOrderStatuses.Read(code, row["fail_reason"].Text, row["price_compare_status"].IsSet);
        var (amount, fee) = (row["order_amount"].Fen ?? Money.Zero, row["promotion_amount"].Fen ?? Money.Zero);

        // There is but one commission in a row: an estimate until received, what remains after refunds from then on.
        var isEarned = status is OrderStatus.Confirmed or OrderStatus.Settled;
        return new OrderUpdate
        {
            Network = PddNetwork.NetworkName,
            RowId = number,
            OrderId = number,
            Deal = new DealKey(PddNetwork.NetworkName, item),
            Title = WireText.OneLine(row["goods_name"].Text ?? ""),
            Quantity = row["goods_quantity"].Count ?? 1,
            Status = status,
            StatusCode = code,
            StatusText = text,
            OrderedAt = orderedAt,
            FinishedAt = row["order_receive_time"].Seconds,
            ModifiedAt = row["order_modify_at"].Seconds ?? changedBy,
            EstimatedBase = amount,
            EstimatedFee = fee,
            ActualBase = isEarned ? amount : Money.Zero,
            ActualFee = isEarned ? fee : Money.Zero,
            CommissionRate = row["promotion_rate"].PerMille ?? Rate.Zero,
            Tracking = new Tracking(parameters.Read(row["custom_parameters"].Text), (row["p_id"].Id ?? row["pid"].Id)),
            Raw = row.Raw,
        };
    }
}
