using DealBot.Contracts;

namespace DealBot.Simulators.Market;

/// <summary>One order of one item, as the network's books have it now, before it is written down the way the network does.</summary>
public sealed record MarketOrder
{
    /// <summary>Order number.</summary>
    public required long OrderId { get; init; }

    /// <summary>Five digits more that make the number the key of the row.</summary>
    public required int RowNumber { get; init; }

    /// <summary>The visit it came from.</summary>
    public required string VisitId { get; init; }

    /// <summary>The application (app key) whose commission it is.</summary>
    public required string Account { get; init; }

    /// <summary>What its link carried.</summary>
    public required LinkTracking Tracking { get; init; }

    /// <summary>What was bought.</summary>
    public required MarketItem Item { get; init; }

    /// <summary>Pieces.</summary>
    public required int Quantity { get; init; }

    /// <summary>Pieces returned.</summary>
    public int Returned { get; init; }

    /// <summary>Where it stands.</summary>
    public required MarketOrderState State { get; init; }

    /// <summary>Whether it is on its way.</summary>
    public bool IsShipped { get; init; }

    /// <summary>When its link was followed.</summary>
    public required DateTimeOffset ClickedAt { get; init; }

    /// <summary>When it was ordered.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>When it was paid; null until then.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>When it was received; null until then.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>When something was returned; null if nothing was.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>When its commission was paid out; null until then.</summary>
    public DateTimeOffset? SettledAt { get; init; }

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
    public required Rate OwnRate { get; init; }

    /// <summary>The network's subsidy on top.</summary>
    public required Rate SubsidyRate { get; init; }

    /// <summary>Both parts together.</summary>
    public Rate FinalRate => new(OwnRate.BasisPoints + SubsidyRate.BasisPoints);

    /// <summary>The commission on an amount: rate and final rate at once, rounded to the fen once.</summary>
    internal Money FeeOf(Money amount) => new(decimal.ToInt64(decimal.Round(
        amount.Fen * (decimal)CommissionRate.BasisPoints * FinalRate.BasisPoints / 100_000_000m, 0, MidpointRounding.AwayFromZero)));
}
