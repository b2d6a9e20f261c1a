using System.Globalization;
using System.Text.Json;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Jd;

/// <summary>Turns a row of <c>order.row.query</c> into an order update.</summary>
internal static class JdOrderRows
{
    /// <summary>Reads a row that was kept as text.</summary>
    public static OrderUpdate? Read(string raw, DateTimeOffset changedBy, DateOnly today)
    {
        try
        {
            return Read(WireNode.Parse(raw), changedBy, today);
        }
        catch (JsonException)
        {
            // Kept by a version that thought this a row; it never can be booked.
            return null;
        }
    }

    /// <summary>Null if the row has no key, order number, item or time, without which it can't be booked.</summary>
    /// <param name="row">The row.</param>
    /// <param name="changedBy">
    /// End of the queried window. JD lists by update time, so a row without one changed by then; an earlier guess could make it look older
    /// than what is already booked.
    /// </param>
    /// <param name="today">Today in Beijing.</param>
    public static OrderUpdate? Read(WireNode row, DateTimeOffset changedBy, DateOnly today)
    {
        if (RowId(row) is not { } rowId
            || row["orderId"].Id is not { } orderId
            || JdDeals.ItemId(row) is not { } itemId
            || (row["orderTime"].Time ?? row["modifyTime"].Time) is not { } orderedAt)
        {
            return null;
        }

        var code = row["validCode"].Text ?? "-1";
        var (status, text) = JdOrderStatuses.Read(code, Payday(row["payMonth"].Id), today);
        return new OrderUpdate
        {
            Network = JdNetwork.NetworkName,
            RowId = rowId,
            OrderId = orderId,
            Deal = new DealKey(JdNetwork.NetworkName, itemId),
            Title = WireText.OneLine(row["skuName"].Text ?? ""),
            Quantity = row["skuNum"].Count ?? 1,
            Returned = row["skuReturnNum"].Count ?? 0,
            Status = status,
            StatusCode = code,
            StatusText = text,
            OrderedAt = orderedAt,
            FinishedAt = row["finishTime"].Time,
            ModifiedAt = row["modifyTime"].Time ?? changedBy,
            EstimatedBase = row["estimateCosPrice"].Yuan ?? Money.Zero,
            EstimatedFee = row["estimateFee"].Yuan ?? Money.Zero,
            ActualBase = row["actualCosPrice"].Yuan ?? Money.Zero,
            ActualFee = row["actualFee"].Yuan ?? Money.Zero,
            CommissionRate = row["commissionRate"].Percent ?? Rate.Zero,
            Tracking = new Tracking(row["subUnionId"].Text, row["positionId"].Id),
            Raw = row.Raw,
        };
    }

    public static string? RowId(WireNode row) => row["id"].Id;

    private static DateOnly? Payday(string? text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
