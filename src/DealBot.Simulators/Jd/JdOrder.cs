using System.Globalization;
using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Jd;

/// <summary>One order of one item, as the platform's books have it now.</summary>
public sealed record JdOrder
{
    /// <summary>Row key.</summary>
    public required string Id { get; init; }

    /// <summary>Order number.</summary>
    public required long OrderId { get; init; }

    /// <summary>The visit it came from.</summary>
    public required string VisitId { get; init; }

    /// <summary>Whose commission it is.</summary>
    public required long UnionId { get; init; }

    /// <summary>Site on file; 0 if the link names none.</summary>
    public required long SiteId { get; init; }

    /// <summary>From the link; empty if it has none.</summary>
    public required string SubUnionId { get; init; }

    /// <summary>From the link; 0 if it has none.</summary>
    public required long PositionId { get; init; }

    /// <summary>From the link; empty if it has none.</summary>
    public required string Pid { get; init; }

    /// <summary>From the link; empty if it has none.</summary>
    public required string Ext1 { get; init; }

    /// <summary>SKU number.</summary>
    public required long SkuId { get; init; }

    /// <summary>Opaque item id.</summary>
    public required string ItemId { get; init; }

    /// <summary>Title.</summary>
    public required string SkuName { get; init; }

    /// <summary>Pieces.</summary>
    public required int Quantity { get; init; }

    /// <summary>Pieces returned.</summary>
    public int Returned { get; init; }

    /// <summary>15 unpaid, 16 paid, 17 completed, 3 cancelled.</summary>
    public required int ValidCode { get; init; }

    /// <summary>10 to ship, 20 shipped.</summary>
    public int ExpressStatus { get; init; } = 10;

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>When it was received; null until then.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When the books last changed.</summary>
    public required DateTimeOffset ModifiedAt { get; init; }

    /// <summary>Price of one piece before the coupon.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>What was paid: the base of the estimated commission.</summary>
    public required Money EstimatedBase { get; init; }

    /// <summary>Base × commission rate × final rate.</summary>
    public required Money EstimatedFee { get; init; }

    /// <summary>Zero until received, lowered by returns.</summary>
    public Money ActualBase { get; init; }

    /// <summary>Zero until received, lowered by returns.</summary>
    public Money ActualFee { get; init; }

    /// <summary>Commission rate.</summary>
    public required Rate CommissionRate { get; init; }

    /// <summary>The promoter's part of the commission.</summary>
    public required Rate SubSideRate { get; init; }

    /// <summary>The platform's subsidy on top.</summary>
    public required Rate SubsidyRate { get; init; }

    /// <summary>Both parts together.</summary>
    public Rate FinalRate => new(SubSideRate.BasisPoints + SubsidyRate.BasisPoints);

    /// <summary>Day of the payout as yyyyMMdd; 0 until received.</summary>
    public int PayMonth { get; init; }

    /// <summary>The books by payout day, <c>{20260220:10.5,20260320:-2}</c>; empty until received.</summary>
    public string BalanceExt { get; init; } = "";

    /// <summary>The order as JD writes it.</summary>
    internal static JdOrder Of(MarketOrder order, JdSimAccount account)
    {
        var tracking = (JdLinkTracking)order.Tracking;
        var payout = order.ReceivedAt is { } received ? PayoutDay(received) : 0;
        return new JdOrder
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"9{order.OrderId}{order.RowNumber:D5}"),
            OrderId = order.OrderId,
            VisitId = order.VisitId,
            UnionId = account.UnionId,
            SiteId = tracking.SiteId,
            SubUnionId = tracking.SubUnionId,
            PositionId = tracking.Position,
            Pid = tracking.Pid,
            Ext1 = tracking.Ext1,
            SkuId = order.Item.SkuId,
            ItemId = order.Item.ItemId,
            SkuName = order.Item.Title,
            Quantity = order.Quantity,
            Returned = order.Returned,
            ValidCode = order.State switch { MarketOrderState.Unpaid => 15, MarketOrderState.Paid => 16, MarketOrderState.Cancelled => 3, _ => 17 },
            ExpressStatus = order.IsShipped ? 20 : 10,
            OrderedAt = order.OrderedAt,
            FinishedAt = order.ReceivedAt,
            ModifiedAt = order.ModifiedAt,
            UnitPrice = order.UnitPrice,
            EstimatedBase = order.EstimatedBase,
            EstimatedFee = order.EstimatedFee,
            ActualBase = order.ActualBase,
            ActualFee = order.ActualFee,
            CommissionRate = order.CommissionRate,
            SubSideRate = order.OwnRate,
            SubsidyRate = order.SubsidyRate,
            PayMonth = payout,
            BalanceExt = payout == 0 ? "" : Balance(order, payout),
        };
    }

    // Before the payout day the amount itself is corrected, after it the difference is taken from the next payout.
    private static string Balance(MarketOrder order, int payout) => order.ReturnedAt is { } returned && PayoutDay(returned) != payout
        ? string.Create(CultureInfo.InvariantCulture, $"{{{payout}:{order.EstimatedFee.ToPriceText()},{PayoutDay(returned)}:{(order.ActualFee - order.EstimatedFee).ToPriceText()}}}")
        : string.Create(CultureInfo.InvariantCulture, $"{{{payout}:{order.ActualFee.ToPriceText()}}}");

    // Commission of a month is paid out on the 20th of the next.
    private static int PayoutDay(DateTimeOffset at)
    {
        var next = at.ToOffset(Beijing.Offset).AddMonths(1);
        return (next.Year * 10_000) + (next.Month * 100) + 20;
    }
}
