using DealBot.Contracts;

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

    /// <summary>The commission on an amount: rate and final rate at once, rounded to the fen once.</summary>
    internal Money FeeOf(Money amount) => new(decimal.ToInt64(decimal.Round(
        amount.Fen * (decimal)CommissionRate.BasisPoints * FinalRate.BasisPoints / 100_000_000m, 0, MidpointRounding.AwayFromZero)));
}
