using System.Text.Json;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>Turns the part of a Vipshop order that is about one item into an order update. Sizes of one item are one row.</summary>
internal static class VipOrderRows
{
    private const string List = "detailList";

    /// <summary>Cuts an order into its items. The order's own amounts are the sum over all of them.</summary>
    private static readonly OrderLines Lines = new(List, ItemOf, "totalCost", "commission", "afterSaleChangeCommission", "afterSaleChangeGoodsCount");

    /// <summary>The same, but what is taken back stays beside what it is taken from, so that each item can bear its part.</summary>
    private static readonly OrderLines LinesThatShareReturns = new(List, ItemOf, "totalCost", "afterSaleChangeGoodsCount");

    /// <summary>An order's items, each as a row of its own.</summary>
    public static IEnumerable<WireNode> Split(WireNode order)
    {
        // Only where the items' commissions are the order's to the fen is it known which part is whose.
        var details = order[List].Items.ToArray();
        var sum = details.Aggregate(Money.Zero, (sum, detail) => sum + (detail["commission"].Yuan ?? Money.Zero));
        var sharesReturns = sum > Money.Zero && order["commission"].Yuan == sum && details.All(detail => detail["afterSaleInfo"].IsEmpty);
        return (sharesReturns ? LinesThatShareReturns : Lines).Split(order);
    }

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

    /// <summary>Null if the row has no order number, item or time, without which it can't be booked.</summary>
    /// <param name="row">The row.</param>
    /// <param name="changedBy">Taken for its update time if it names none.</param>
    public static OrderUpdate? Read(WireNode row, DateTimeOffset changedBy)
    {
        var details = row[List].Items.ToArray();
        if (RowId(row) is not { } rowId
            || details[0]["goodsId"].Id is not { } goodsId
            || (row["orderTime"].Time ?? row["lastUpdateTime"].Time) is not { } orderedAt)
        {
            return null;
        }

        var code = row["status"].Text ?? "";
        var receivedAt = row["signTime"].Time;
        var (status, text) = VipOrderStatuses.Read(code, row["settled"].IsSet, receivedAt is not null, row["orderSubStatusName"].Text);
        var amounts = VipOrderAmounts.Read(row, details);
        var isEarned = status is OrderStatus.Confirmed or OrderStatus.Settled;
        return new OrderUpdate
        {
            Network = VipNetwork.NetworkName,
            RowId = rowId,
            OrderId = row["orderSn"].Id!,
            Deal = new DealKey(VipNetwork.NetworkName, goodsId),
            Title = WireText.OneLine(details[0]["goodsName"].Text ?? ""),
            Quantity = amounts.Quantity,
            Returned = amounts.Returned,
            Status = status,
            StatusCode = code,
            StatusText = text,
            OrderedAt = orderedAt,
            FinishedAt = receivedAt,
            ModifiedAt = row["lastUpdateTime"].Time ?? changedBy,
            EstimatedBase = amounts.Base,
            EstimatedFee = amounts.Fee,
            ActualBase = isEarned ? amounts.BaseLeft : Money.Zero,
            ActualFee = isEarned ? amounts.FeeLeft : Money.Zero,
            CommissionRate = details[0]["commissionRate"].Percent ?? Rate.Zero,
            Tracking = new Tracking(row["statParam"].Text, row["channelTag"].Text ?? row["pid"].Text),
            Raw = row.Raw,
        };
    }

    private static string? ItemOf(WireNode detail) => detail["goodsId"].Id;

    /// <summary>Order number and item; null if either is missing.</summary>
    public static string? RowId(WireNode row) =>
        row["orderSn"].Id is { } order && row[List].Items.FirstOrDefault()["goodsId"].Id is { } goods ? $"{order}-{goods}" : null;
}
