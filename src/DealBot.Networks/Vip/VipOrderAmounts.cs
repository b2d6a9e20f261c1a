using DealBot.Contracts;
using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>What a row's lines amount to.</summary>
/// <param name="Quantity">Pieces bought.</param>
/// <param name="Returned">Pieces returned after the order was finished.</param>
/// <param name="Base">Amount on which the commission is reckoned.</param>
/// <param name="Fee">The commission.</param>
/// <param name="TakenBack">Commission taken back by returns, never negative.</param>
internal sealed record VipOrderAmounts(int Quantity, int Returned, Money Base, Money Fee, Money TakenBack)
{
    /// <summary>The commission that is left after returns.</summary>
    public Money FeeLeft => Money.Max(Money.Zero, Fee - TakenBack);

    /// <summary>The base that is left: not told, but one rate goes for all of a row, so that it shrinks as the commission does.</summary>
    public Money BaseLeft => Fee <= Money.Zero
        ? Base
        : new Money(decimal.ToInt64(decimal.Round((decimal)Base.Fen * FeeLeft.Fen / Fee.Fen, 0, MidpointRounding.AwayFromZero)));

    /// <summary>Reads the lines, and what the order itself says where they are silent.</summary>
    public static VipOrderAmounts Read(WireNode row, IReadOnlyList<WireNode> lines)
    {
        var returns = lines.SelectMany(line => line["afterSaleInfo"].Items).ToArray();
        var fee = Sum(lines, "commission") ?? row["commission"].Yuan ?? Money.Zero;
        return new VipOrderAmounts(
            Math.Max(1, Whole(lines.Sum(line => line["goodsCount"].Number ?? 1))),
            Whole(Counted(returns, "afterSaleChangedGoodsCount") ?? row["afterSaleChangeGoodsCount"].Number ?? 0),
            Sum(lines, "commissionTotalCost") ?? row["totalCost"].Yuan ?? Money.Zero,
            fee,
            Positive(Sum(returns, "afterSaleChangedCommission") ?? PartOf(row["afterSaleChangeCommission"].Yuan ?? Money.Zero, fee, row["commission"].Yuan ?? Money.Zero)));
    }

    /// <summary>What of an order's amount falls to a row, by its commission; all of it where the order has no other.</summary>
    private static Money PartOf(Money amount, Money fee, Money feeOfOrder) => fee >= feeOfOrder
        ? amount
        : new Money(decimal.ToInt64(decimal.Round((decimal)amount.Fen * fee.Fen / feeOfOrder.Fen, 0, MidpointRounding.AwayFromZero)));

    /// <summary>Null if no line says anything.</summary>
    private static Money? Sum(IEnumerable<WireNode> lines, string member) =>
        lines.Select(line => line[member].Yuan).OfType<Money>().Aggregate((Money?)null, (sum, yuan) => (sum ?? Money.Zero) + yuan);

    private static decimal? Counted(IEnumerable<WireNode> lines, string member)
    {
        var told = lines.Select(line => line[member].Number).OfType<decimal>().ToArray();
        return told.Length == 0 ? null : told.Sum();
    }

    // No order has so many pieces; what is out of all reason must not end the reading of the rest.
    private static int Whole(decimal count) => (int)Math.Min(Math.Abs(count), 1_000_000);

    // Documents do not say whether what is taken back is written with a minus.
    private static Money Positive(Money amount) => Money.Max(amount, Money.Zero - amount);
}
