using DealBot.Contracts;

namespace DealBot.Core.Catalog;

/// <summary>
/// What may be said of a price. A pure function of the price, the days on which DealBot itself saw the item, and the day; what the network
/// claims of its own prices has no part in it. Where too little was seen, nothing is said.
/// </summary>
public sealed record PriceFacts
{
    /// <summary>Of a price about which nothing may be said.</summary>
    public static readonly PriceFacts None = new();

    /// <summary>For how many days a low that was reached stays news.</summary>
    private const int NewsDays = 3;

    /// <summary>The usual price is that of so many days.</summary>
    private const int UsualWindow = 30;

    /// <summary>On fewer days no price is usual.</summary>
    private const int LeastUsualDays = 7;

    /// <summary>The spans of which a low is told, in days.</summary>
    private static readonly int[] Spans = [365, 180, 90, 30, 7];

    /// <summary>
    /// N of "N 天新低", one of 7, 30, 90, 180 and 365; null if none holds. The price is lower than on every day before it was reached, of the N
    /// days before today; it was reached within the last three days; the item was first seen N days ago at least, and on half of the days at least.
    /// </summary>
    public int? LowOfDays { get; init; }

    /// <summary>The same of all days since the item was first seen, where it is watched for long enough: for how many days that is. Null if it does not hold.</summary>
    public int? LowSinceWatched { get; init; }

    /// <summary>
    /// The price on a usual day: the median of the daily lows of the 30 days before today, the lower of two in the middle. Null if it was seen on
    /// fewer than seven of them.
    /// </summary>
    public Money? Usual { get; init; }

    /// <summary>How much less than the usual price it is, rounded down; null if there is no usual price, or it is no less.</summary>
    public Rate? RealDiscount { get; init; }

    /// <summary>What may be said.</summary>
    /// <param name="history">The days on which the item was seen.</param>
    /// <param name="price">The final price that is to be shown.</param>
    /// <param name="today">The day on which it is shown.</param>
    /// <param name="watchDays">For how many days an item must be watched before <see cref="LowSinceWatched"/> is said.</param>
    public static PriceFacts Of(PriceHistory history, Money price, int today, int watchDays)
    {
        ArgumentNullException.ThrowIfNull(history);
        var runs = history.Runs;
        if (runs.Count == 0 || runs[0].First >= today)
        {
            return None;
        }

        var usual = UsualOf(runs, today);
        var watched = today - runs[0].First;
        var clear = ClearDays(runs, price, today);
        return new PriceFacts
        {
            LowOfDays = Spans.Where(span => span <= Math.Min(watched, clear) && IsCovered(runs, today, span)).Select(span => (int?)span).FirstOrDefault(),
            LowSinceWatched = watched >= watchDays && watched <= clear && IsCovered(runs, today, watched) ? watched : null,
            Usual = usual,
            RealDiscount = usual is { } money && money > price ? new Rate((int)((money - price).Fen * 10_000 / money.Fen)) : null,
        };
    }

    /// <summary>
    /// For how many days before today nothing speaks against a new low. A lower price today speaks against any, and so does one of a day that
    /// has yet to come: the clock ran ahead then, and nobody knows when it really was.
    /// </summary>
    private static int ClearDays(List<PriceRun> runs, Money price, int today)
    {
        var news = today - NewsDays;
        if (runs.Exists(run => run.End > news && run.Fen < price.Fen))
        {
            return 0;
        }

        // The same price counts against it as well where it is older than news.
        var against = runs.FindLast(run => run.First < news && run.Fen <= price.Fen);
        return against.Length == 0 ? int.MaxValue : today - Math.Min(against.End, news);
    }

    /// <summary>Whether the item was seen on half of some days before today at least.</summary>
    private static bool IsCovered(List<PriceRun> runs, int today, int days) => runs.Sum(run => DaysWithin(run, today - days, today)) * 2 >= days;

    private static Money? UsualOf(List<PriceRun> runs, int today)
    {
        var lows = runs
            .Select(run => (run.Fen, Days: DaysWithin(run, today - UsualWindow, today)))
            .Where(low => low.Days > 0)
            .OrderBy(low => low.Fen)
            .ToList();
        var days = lows.Sum(low => low.Days);
        if (days < LeastUsualDays)
        {
            return null;
        }

        var before = 0;
        return new Money(lows.First(low => (before += low.Days) > (days - 1) / 2).Fen);
    }

    private static int DaysWithin(PriceRun run, int from, int until) => Math.Max(0, Math.Min(run.End, until) - Math.Max(run.First, from));
}
