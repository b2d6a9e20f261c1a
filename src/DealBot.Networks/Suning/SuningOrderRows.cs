using System.Text.Json;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Suning;

/// <summary>Turns one line of a Suning order into an order update.</summary>
internal static class SuningOrderRows
{
    /// <summary>Cuts an order into its lines.</summary>
    public static readonly OrderLines Lines = new("orderDetail", line => line["orderLineNumber"].Id);

    /// <summary>Reads a row that was kept as text.</summary>
    public static OrderUpdate? Read(string raw, DateTimeOffset changedBy)
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

    /// <summary>Null if the row has no order number, line number, item or time, without which it can't be booked.</summary>
    /// <param name="row">The row.</param>
    /// <param name="changedBy">Taken for its update time if it names none.</param>
    public static OrderUpdate? Read(WireNode row, DateTimeOffset changedBy)
    {
        var line = LineOf(row);
        if (row["orderCode"].Id is not { } orderId
            || RowId(row) is not { } rowId
            || SuningItemId.Of(line["goodsNum"], line["sellerCode"]) is not { } item
            || (line["orderSubmitTime"].Time ?? line["payTime"].Time) is not { } orderedAt)
        {
            return null;
        }

        var code = line["orderLineStatusDesc"].Text ?? line["orderLineStatus"].Text ?? "";
        var (status, text) = SuningOrderStatuses.Read(code, line["returnCommission"].Number == 0, line["violation"].IsSet);
        var changedAt = line["orderLineStatusChangeTime"].Time;
        var (paid, fee) = (line["payAmount"].Yuan ?? Money.Zero, line["prePayCommission"].Yuan ?? Money.Zero);
        var isEarned = status == OrderStatus.Confirmed;
        return new OrderUpdate
        {
            Network = SuningNetwork.NetworkName,
            RowId = rowId,
            OrderId = orderId,
            Deal = new DealKey(SuningNetwork.NetworkName, item.Text),
            Title = WireText.OneLine(line["productName"].Text ?? ""),
            Quantity = line["saleNum"].Count ?? 1,
            Status = status,
            StatusCode = code,
            StatusText = text,
            OrderedAt = orderedAt,
            FinishedAt = isEarned ? changedAt : null,
            ModifiedAt = changedAt ?? changedBy,
            EstimatedBase = paid,
            EstimatedFee = fee,
            ActualBase = isEarned ? paid : Money.Zero,
            ActualFee = isEarned ? fee : Money.Zero,
            CommissionRate = SuningRates.Fraction(line["commissionRatio"]) ?? Rate.Zero,
            Tracking = new Tracking(line["childAccountId"].Text, line["positionId"].Id),
            Raw = row.Raw,
        };
    }

    /// <summary>The line's number; null if it is missing.</summary>
    public static string? RowId(WireNode row) => LineOf(row)["orderLineNumber"].Id;

    private static WireNode LineOf(WireNode row) => row["orderDetail"].Items.FirstOrDefault();
}
