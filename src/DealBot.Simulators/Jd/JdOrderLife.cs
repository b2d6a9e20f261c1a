using System.Globalization;
using DealBot.Contracts;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Jd;

/// <summary>Plans what becomes of an order: a list of moments and changes, drawn once when it is bought.</summary>
internal static class JdOrderLife
{
    private const double NeverPaidShare = 0.2;

    public static (int FirstCode, IReadOnlyList<JdOrderChange> Changes) Plan(JdOrder order, JdOrderPace pace, StableRandom random)
    {
        var bought = order.OrderedAt;
        if (!random.Chance(pace.UnpaidShare))
            return (16, AfterPayment(order, bought, pace, random));

        if (random.Chance(NeverPaidShare))
            return (15, [new JdOrderChange(bought.AddHours(2), Cancel)]);

        var paid = bought + random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20));
        return (15, [new JdOrderChange(paid, (row, _) => row with { ValidCode = 16 }), .. AfterPayment(order, paid, pace, random)]);
    }

    private static IReadOnlyList<JdOrderChange> AfterPayment(JdOrder order, DateTimeOffset paid, JdOrderPace pace, StableRandom random)
    {
        if (random.Chance(pace.CancelledShare))
            return [new JdOrderChange(paid + random.Between(TimeSpan.FromMinutes(5), TimeSpan.FromHours(2)), Cancel)];

        var wait = random.Between(pace.FastestCompletion, pace.SlowestCompletion);
        if (random.Chance(pace.SlowShare))
            wait += random.Between(TimeSpan.FromDays(1), TimeSpan.FromDays(4));

        var shipped = new JdOrderChange(paid + (wait / 3), (row, _) => row with { ExpressStatus = 20 });
        var received = new JdOrderChange(paid + wait, Complete);
        if (!random.Chance(pace.ReturnedShare))
            return [shipped, received];

        var pieces = random.Between(1, order.Quantity);
        var returned = received.At + random.Between(pace.SlowestReturn / 12, pace.SlowestReturn);
        return [shipped, received, new JdOrderChange(returned, (row, at) => Return(row, pieces, at))];
    }

    private static JdOrder Cancel(JdOrder order, DateTimeOffset at) => order with { ValidCode = 3 };

    private static JdOrder Complete(JdOrder order, DateTimeOffset at)
    {
        var payout = PayoutDay(at);
        return order with
        {
            ValidCode = 17,
            ExpressStatus = 20,
            FinishedAt = Beijing.ToTheSecond(at),
            ActualBase = order.EstimatedBase,
            ActualFee = order.EstimatedFee,
            PayMonth = payout,
            BalanceExt = string.Create(CultureInfo.InvariantCulture, $"{{{payout}:{order.EstimatedFee.ToPriceText()}}}"),
        };
    }

    private static JdOrder Return(JdOrder order, int pieces, DateTimeOffset at)
    {
        var kept = order.Quantity - pieces;
        var actualBase = new Money(order.EstimatedBase.Fen * kept / order.Quantity);
        var fee = order.FeeOf(actualBase);
        return order with
        {
            Returned = pieces,
            ActualBase = actualBase,
            ActualFee = fee,
            BalanceExt = BalanceAfterReturn(order, fee, PayoutDay(at)),
        };
    }

    // Before the payout day the amount itself is corrected, after it the difference is taken from the next payout.
    private static string BalanceAfterReturn(JdOrder order, Money fee, int payout) => payout == order.PayMonth
        ? string.Create(CultureInfo.InvariantCulture, $"{{{payout}:{fee.ToPriceText()}}}")
        : string.Create(CultureInfo.InvariantCulture, $"{order.BalanceExt.TrimEnd('}')},{payout}:{(fee - order.ActualFee).ToPriceText()}}}");

    // Commission of a month is paid out on the 20th of the next.
    private static int PayoutDay(DateTimeOffset at)
    {
        var next = at.ToOffset(Beijing.Offset).AddMonths(1);
        return (next.Year * 10_000) + (next.Month * 100) + 20;
    }
}
