namespace DealBot.Simulators.Market;

/// <summary>How fast orders move and how many go wrong. Shares are fractions of 1.</summary>
public sealed record OrderPace
{
    /// <summary>Shortest time from payment to receipt. Default 2 hours.</summary>
    public TimeSpan FastestCompletion { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Longest time from payment to receipt of an ordinary order. Default 10 hours.</summary>
    public TimeSpan SlowestCompletion { get; init; } = TimeSpan.FromHours(10);

    /// <summary>Share of orders that take one to four days more. Default 0.25.</summary>
    public double SlowShare { get; init; } = 0.25;

    /// <summary>Share of orders that start unpaid; one in five of them is never paid. Default 0.15.</summary>
    public double UnpaidShare { get; init; } = 0.15;

    /// <summary>Share of paid orders that are cancelled before receipt. Default 0.08.</summary>
    public double CancelledShare { get; init; } = 0.08;

    /// <summary>Share of received orders of which something is returned afterwards. Default 0.07.</summary>
    public double ReturnedShare { get; init; } = 0.07;

    /// <summary>Longest time from receipt to return; the shortest is a twelfth of it. Default 24 hours.</summary>
    public TimeSpan SlowestReturn { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Time from receipt to the payout of the commission; null if the network does not tell of payouts. Default null.</summary>
    public TimeSpan? SettlesAfter { get; init; }
}
