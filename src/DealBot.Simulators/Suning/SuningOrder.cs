using System.Globalization;
using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Suning;

/// <summary>An order as Suning writes it: one order of one line.</summary>
/// <param name="Sale">The order itself.</param>
/// <param name="OrderCode">Order number.</param>
/// <param name="LineNumber">Number of its line.</param>
/// <param name="StatusCode">What orderLineStatus filters by: 1 waits for payment, 2 paid, 3 refunded, 4 cancelled, 5 received.</param>
/// <param name="StatusDescription">The status in words, which is all that a row tells.</param>
public sealed record SuningOrder(MarketOrder Sale, string OrderCode, string LineNumber, int StatusCode, string StatusDescription)
{
    /// <summary>What was paid, lowered by returns.</summary>
    public Money Paid => Sale.ReturnedAt is null ? Sale.EstimatedBase : Sale.ActualBase;

    /// <summary>The commission, lowered by returns.</summary>
    public Money Fee => Sale.ReturnedAt is null ? Sale.EstimatedFee : Sale.ActualFee;

    /// <summary>The item as the deals of a client name it: commodity and shop.</summary>
    public string ItemId => $"{SuningItemCodes.Commodity(Sale.Item)}-{SuningItemCodes.Shop(Sale.Item)}";

    /// <summary>Writes an order down.</summary>
    public static SuningOrder Of(MarketOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (status, words) = order switch
        {
            { State: MarketOrderState.Unpaid } => (1, "等待支付"),
            { State: MarketOrderState.Paid } => (2, "支付完成"),
            { State: MarketOrderState.Cancelled, PaidAt: not null } => (3, "退款完成"),
            { State: MarketOrderState.Cancelled } => (4, "订单取消"),
            _ when order.Returned == order.Quantity => (3, "退货完成"),
            _ => (5, "确认收货"),
        };
        var code = order.OrderId.ToString(CultureInfo.InvariantCulture);
        return new SuningOrder(order, code, $"{code}01", status, words);
    }
}
