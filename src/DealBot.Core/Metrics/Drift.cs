namespace DealBot.Core.Metrics;

/// <summary>How long after their planned moments posts were sent.</summary>
/// <param name="Posts">How many posts were sent.</param>
/// <param name="Median">Half of them were off by no more than this.</param>
/// <param name="Worst">The latest of them.</param>
public sealed record Drift(int Posts, TimeSpan Median, TimeSpan Worst)
{
    /// <summary>The figures of some posts; null of none.</summary>
    public static Drift? Of(IEnumerable<TimeSpan> drifts)
    {
        var ordered = drifts.Order().ToList();
        return ordered.Count == 0 ? null : new Drift(ordered.Count, ordered[(ordered.Count - 1) / 2], ordered[^1]);
    }
}
