using System.Globalization;
using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Vip;

/// <summary>An order as Vipshop writes it.</summary>
/// <param name="Sale">The order itself.</param>
/// <param name="OrderSn">Order number.</param>
/// <param name="GoodsId">The item.</param>
/// <param name="Status">0 not eligible, 1 pending, 2 completed.</param>
/// <param name="SubStatus">The status in words.</param>
public sealed record VipOrder(MarketOrder Sale, string OrderSn, string GoodsId, int Status, string SubStatus)
{
    /// <summary>Commission taken back by returns.</summary>
    public Money TakenBack => Sale.ReturnedAt is null ? Money.Zero : Sale.EstimatedFee - Sale.ActualFee;

    /// <summary>Whether the commission was paid out.</summary>
    public bool IsSettled => Sale.SettledAt is not null;

    /// <summary>Writes an order down.</summary>
    public static VipOrder Of(MarketOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (status, words) = order.State switch
        {
            MarketOrderState.Unpaid => (1, "已下单"),
            MarketOrderState.Paid => (1, "已付款"),
            MarketOrderState.Received => (1, "已签收"),
            MarketOrderState.Settled => (2, "已结算"),
            _ => (0, "已失效"),
        };
        return new VipOrder(order, $"26{order.OrderId.ToString(CultureInfo.InvariantCulture)}", VipGoodsId.Of(order.Item), status, words);
    }
}
