using DealBot.Contracts;
using DealBot.Core.Metrics;

namespace DealBot.Storage;

/// <summary>Hours added up, by hour or by group.</summary>
internal sealed record FiguresRow
{
    /// <summary>The columns of an hour that is kept added up.</summary>
    public const string Columns = "posts, clicks, visitors, orders, sales_fen, commission_fen, raw_clicks, lost_clicks";

    /// <summary>The columns beside the one that is grouped by.</summary>
    public const string Sums =
        """
        SUM(posts) AS posts, SUM(clicks) AS clicks, SUM(visitors) AS visitors, SUM(orders) AS orders, SUM(sales_fen) AS sales_fen,
            SUM(commission_fen) AS commission_fen, SUM(raw_clicks) AS raw_clicks, SUM(lost_clicks) AS lost_clicks
        """;

    public string? GroupId { get; init; }

    public long Hour { get; init; }

    public long Posts { get; init; }

    public long Clicks { get; init; }

    public long Visitors { get; init; }

    public long Orders { get; init; }

    public long SalesFen { get; init; }

    public long CommissionFen { get; init; }

    public long RawClicks { get; init; }

    public long LostClicks { get; init; }

    public Figures ToFigures() => new(Posts, Clicks, Visitors, Orders, new Money(SalesFen), new Money(CommissionFen))
    {
        RawClicks = RawClicks,
        LostClicks = LostClicks,
    };
}
