using DealBot.Core.Groups;
using DealBot.Core.Metrics;
using DealBot.Core.Notices;

namespace DealBot.Core.Digests;

/// <summary>An owner's day in figures.</summary>
/// <param name="Date">The local day.</param>
/// <param name="Today">The day.</param>
/// <param name="Yesterday">The same hours of the day before.</param>
/// <param name="SevenDays">Sum of the same hours of the seven days before; divided by <see cref="MeanDays"/> it is the mean.</param>
/// <param name="Days">The last 14 days, oldest first, this one last.</param>
/// <param name="Hours">The day's 24 hours.</param>
/// <param name="Groups">Each group's day, most commission first.</param>
/// <param name="Deals">What the day's deals brought.</param>
/// <param name="Skips">What was not posted since the digest before.</param>
/// <param name="Flags">Forbidden words in what was posted since the digest before.</param>
public sealed record DigestFigures(
    DateOnly Date,
    Figures Today,
    Figures Yesterday,
    Figures SevenDays,
    IReadOnlyList<(DateOnly Date, Figures Figures)> Days,
    IReadOnlyList<Figures> Hours,
    IReadOnlyList<(Configuration.Group Group, Figures Figures)> Groups,
    IReadOnlyList<DealResult> Deals,
    IReadOnlyList<SkipCount> Skips,
    IReadOnlyList<FlagCount> Flags)
{
    private readonly Figures? _soFar;

    /// <summary>The part of the day that is compared with the days before: all of it once it is over, until then its whole hours.</summary>
    public Figures SoFar
    {
        get => _soFar ?? Today;
        init => _soFar = value;
    }

    /// <summary>How many of the seven days before have anything on record.</summary>
    public int MeanDays { get; init; } = 7;

    /// <summary>What the owner had to be told since the digest before, by time.</summary>
    public IReadOnlyList<KeptNotice> Notices { get; init; } = [];

    /// <summary>How many of each group's posts of the day hold texts to copy in place of links, so that their clicks are not known; groups without any are left out.</summary>
    public IReadOnlyDictionary<string, long> CommandPosts { get; init; } = new Dictionary<string, long>();

    /// <summary>What is known of the day's members, by group; groups of which nothing is known are left out.</summary>
    public IReadOnlyDictionary<string, MemberDay> Members { get; init; } = new Dictionary<string, MemberDay>();

    /// <summary>Deals held back since the digest before for want of a proven link.</summary>
    public IReadOnlyList<HeldBackCount> HeldBack { get; init; } = [];

    /// <summary>The day's orders of the owner that are in no group's figures.</summary>
    public UnattributedOrders Unattributed { get; init; } = UnattributedOrders.None;

    /// <summary>How late what was sent since the digest before was; null if nothing was.</summary>
    public Drift? Drift { get; init; }

    /// <summary>What came of asking again for the deals of posts that were due since the digest before.</summary>
    public RecheckCount Rechecks { get; init; } = RecheckCount.None;
}
