using DealBot.Contracts;

namespace DealBot.Core.Metrics;

/// <summary>What came of posting.</summary>
/// <param name="Posts">Posts sent.</param>
/// <param name="Clicks">Clicks by people.</param>
/// <param name="Visitors">People, each counted once a group and day.</param>
/// <param name="Orders">Orders paid and not cancelled; one of several items is one order.</param>
/// <param name="Sales">What they paid: actual where confirmed, else estimated.</param>
/// <param name="Commission">What the owner earns on it: actual where confirmed, else estimated.</param>
public sealed record Figures(long Posts, long Clicks, long Visitors, long Orders, Money Sales, Money Commission)
{
    /// <summary>Requests for links of every kind: people, previews, programs, the owner himself.</summary>
    public long RawClicks { get; init; }

    /// <summary>Clicks that could not be kept, of whatever kind.</summary>
    public long LostClicks { get; init; }

    public static readonly Figures None = new(0, 0, 0, 0, Money.Zero, Money.Zero);

    public static Figures operator +(Figures left, Figures right) => new(
        left.Posts + right.Posts,
        left.Clicks + right.Clicks,
        left.Visitors + right.Visitors,
        left.Orders + right.Orders,
        left.Sales + right.Sales,
        left.Commission + right.Commission)
    {
        RawClicks = left.RawClicks + right.RawClicks,
        LostClicks = left.LostClicks + right.LostClicks,
    };

    public static Figures Sum(IEnumerable<Figures> figures) => figures.Aggregate(None, (sum, next) => sum + next);
}
