using System.Text.Json;
using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Taobao;

/// <summary>Turns a row of <c>order.details.get</c> into an order update.</summary>
internal static class TaobaoOrderRows
{
    /// <summary>What Taobao writes where there is no text.</summary>
    private const string Nothing = "--";

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

    /// <summary>Null if the row has no key, item or time, without which it can't be booked.</summary>
    /// <param name="row">The row.</param>
    /// <param name="changedBy">End of the queried window, taken for its update time if it names none.</param>
    public static OrderUpdate? Read(WireNode row, DateTimeOffset changedBy)
    {
        if (RowId(row) is not { } rowId
            || Id(row["item_id"]) is not { } itemId
            || (row["tk_create_time"].Time ?? row["tk_paid_time"].Time) is not { } orderedAt)
        {
            return null;
        }

        var code = row["tk_status"].Text ?? "";
        var (status, text) = TaobaoOrderStatuses.Read(code, row["refund_tag"].IsSet);
        var (estimatedBase, estimatedFee) = (row["alipay_total_price"].Yuan ?? Money.Zero, row["pub_share_pre_fee"].Yuan ?? Money.Zero);
        var (actualBase, actualFee) = Actual(row, status, estimatedBase, estimatedFee);
        return new OrderUpdate
        {
            Network = TaobaoNetwork.NetworkName,
            RowId = rowId,
            OrderId = Id(row["trade_parent_id"]) ?? rowId,
            Deal = new DealKey(TaobaoNetwork.NetworkName, itemId),
            Title = WireText.OneLine(Id(row["item_title"]) ?? ""),
            Quantity = row["item_num"].Count ?? 1,
            Status = status,
            StatusCode = code,
            StatusText = text,
            OrderedAt = orderedAt,
            ClickedAt = row["click_time"].Time,
            FinishedAt = row["tk_earning_time"].Time,
            ModifiedAt = row["modified_time"].Time ?? changedBy,
            EstimatedBase = estimatedBase,
            EstimatedFee = estimatedFee,
            ActualBase = actualBase,
            ActualFee = actualFee,
            CommissionRate = row["total_commission_rate"].Percent ?? row["income_rate"].Percent ?? Rate.Zero,
            // An order has a channel only if its link was made for one.
            Tracking = new Tracking(null, Id(row["relation_id"]) ?? Id(row["adzone_id"])),
            Raw = row.Raw,
        };
    }

    public static string? RowId(WireNode row) => Id(row["trade_id"]);

    /// <summary>Taobao names the settled amounts only when it settles: until then what is received is worth the estimate.</summary>
    private static (Money Base, Money Fee) Actual(WireNode row, OrderStatus status, Money estimatedBase, Money estimatedFee)
    {
        var (settledBase, settledFee) = (row["pay_price"].Yuan ?? Money.Zero, row["pub_share_fee"].Yuan ?? Money.Zero);
        return status switch
        {
            OrderStatus.Settled => (settledBase, settledFee),
            OrderStatus.Confirmed => settledFee > Money.Zero ? (settledBase, settledFee) : (estimatedBase, estimatedFee),
            _ => (Money.Zero, Money.Zero),
        };
    }

    private static string? Id(WireNode node) => node.Id is { } text && text != Nothing ? text : null;
}
