using DealBot.Core.Metrics;

namespace DealBot.Core.Digests;

/// <summary>An owner's day in figures.</summary>
/// <param name="Date">The local day.</param>
/// <param name="Today">The day.</param>
/// <param name="Yesterday">The same hours of the day before.</param>
/// <param name="SevenDays">Sum of the same hours of the seven days before; divide by 7 for the mean.</param>
/// <param name="Days">The last 14 days, oldest first, this one last.</param>
/// <param name="Hours">The day's 24 hours.</param>
/// <param name="Groups">Each group's day, most commission first.</param>
/// <param name="Deals">What the day's deals brought.</param>
/// <param name="Skips">What was not posted.</param>
/// <param name="Flags">Forbidden words in what was posted.</param>
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
    IReadOnlyList<FlagCount> Flags);
