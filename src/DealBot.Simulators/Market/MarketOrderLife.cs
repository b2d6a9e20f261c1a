using DealBot.Contracts;
using DealBot.Simulators.Shoppers;

namespace DealBot.Simulators.Market;

/// <summary>Plans what becomes of an order: a list of moments and changes, drawn once when it is bought.</summary>
internal static class MarketOrderLife
{
    private const double NeverPaidShare = 0.2;

    public static (MarketOrder Bought, IReadOnlyList<MarketOrderChange> Changes) Plan(MarketOrder order, OrderPace pace, StableRandom random)
    {
        var bought = order.OrderedAt;
        if (!random.Chance(pace.UnpaidShare))
            return (Pay(order, bought), AfterPayment(order, bought, pace, random));

        if (random.Chance(NeverPaidShare))
            return (order, [new MarketOrderChange(bought.AddHours(2), Cancel)]);

        var paid = bought + random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(20));
        return (order, [new MarketOrderChange(paid, Pay), .. AfterPayment(order, paid, pace, random)]);
    }

    private static IReadOnlyList<MarketOrderChange> AfterPayment(MarketOrder order, DateTimeOffset paid, OrderPace pace, StableRandom random)
    {
        if (random.Chance(pace.CancelledShare))
            return [new MarketOrderChange(paid + random.Between(TimeSpan.FromMinutes(5), TimeSpan.FromHours(2)), Cancel)];

        var wait = random.Between(pace.FastestCompletion, pace.SlowestCompletion);
        if (random.Chance(pace.SlowShare))
            wait += random.Between(TimeSpan.FromDays(1), TimeSpan.FromDays(4));

        var shipped = new MarketOrderChange(paid + (wait / 3), (row, _) => row with { IsShipped = true });
        var received = new MarketOrderChange(paid + wait, Complete);
        if (!random.Chance(pace.ReturnedShare))
            return [shipped, received, .. Settlement(received.At, pace)];

        var pieces = random.Between(1, order.Quantity);
        var returned = received.At + random.Between(pace.SlowestReturn / 12, pace.SlowestReturn);
        MarketOrderChange[] after = [new(returned, (row, at) => Return(row, pieces, at)), .. Settlement(received.At, pace)];
        return [shipped, received, .. after.OrderBy(change => change.At)];
    }

    private static IEnumerable<MarketOrderChange> Settlement(DateTimeOffset received, OrderPace pace) =>
        pace.SettlesAfter is { } wait ? [new MarketOrderChange(received + wait, Settle)] : [];

    private static MarketOrder Pay(MarketOrder order, DateTimeOffset at) =>
        order with { State = MarketOrderState.Paid, PaidAt = Beijing.ToTheSecond(at) };

    private static MarketOrder Cancel(MarketOrder order, DateTimeOffset at) => order with { State = MarketOrderState.Cancelled };

    private static MarketOrder Settle(MarketOrder order, DateTimeOffset at) =>
        order with { State = MarketOrderState.Settled, SettledAt = Beijing.ToTheSecond(at) };

    private static MarketOrder Complete(MarketOrder order, DateTimeOffset at) => order with
    {
        State = MarketOrderState.Received,
        IsShipped = true,
        ReceivedAt = Beijing.ToTheSecond(at),
        ActualBase = order.EstimatedBase,
        ActualFee = order.EstimatedFee,
    };

    private static MarketOrder Return(MarketOrder order, int pieces, DateTimeOffset at)
    {
        var actualBase = new Money(order.EstimatedBase.Fen * (order.Quantity - pieces) / order.Quantity);
        return order with { Returned = pieces, ReturnedAt = Beijing.ToTheSecond(at), ActualBase = actualBase, ActualFee = order.FeeOf(actualBase) };
    }
}
