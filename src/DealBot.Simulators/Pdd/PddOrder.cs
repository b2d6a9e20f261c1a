using System.Globalization;
using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Pdd;

/// <summary>An order as Pinduoduo writes it.</summary>
public sealed record PddOrder
{
    /// <summary>Order number, which is the key of the row.</summary>
    public required string Number { get; init; }

    /// <summary>What was sold.</summary>
    public required MarketOrder Sale { get; init; }

    /// <summary>0 paid, 1 the group is complete, 2 received, 4 audit failed, 5 settled.</summary>
    public required int Status { get; init; }

    /// <summary>Why the audit failed; empty if it did not.</summary>
    public required string FailReason { get; init; }

    /// <summary>The promoter's commission now.</summary>
    public required Money Commission { get; init; }

    internal static PddOrder Of(MarketOrder sale)
    {
        var isLost = sale.State == MarketOrderState.Cancelled || sale.Returned >= sale.Quantity;
        return new PddOrder
        {
            Number = string.Create(CultureInfo.InvariantCulture, $"{sale.OrderedAt.ToOffset(Beijing.Offset):yyMMdd}-{sale.OrderId:D15}"),
            Sale = sale,
            Status = isLost ? 4 : sale.State switch
            {
                MarketOrderState.Unpaid => -1,
                MarketOrderState.Paid => 1,
                MarketOrderState.Settled => 5,
                _ => 2,
            },
            FailReason = !isLost ? "" : sale.State == MarketOrderState.Cancelled ? "订单取消" : "订单退款",
            Commission = sale.ReceivedAt is null ? sale.EstimatedFee : sale.ActualFee,
        };
    }
}
