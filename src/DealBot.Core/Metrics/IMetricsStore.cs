namespace DealBot.Core.Metrics;

/// <summary>Reads what came of posting. Kept up hour by hour as things happen, so that a year is added up in milliseconds.</summary>
public interface IMetricsStore
{
    /// <summary>Hours with anything in them, from the first moment up to but not including the second.</summary>
    Task<IReadOnlyList<HourlyMetrics>> HourlyAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The same hours, all groups together, by time.</summary>
    Task<IReadOnlyList<HourTotal>> HoursAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The same hours added up for each group; groups with nothing in them are left out.</summary>
    Task<IReadOnlyDictionary<string, Figures>> GroupsAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Deals of posts due within the span.</summary>
    Task<IReadOnlyList<DealResult>> DealsAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>
    /// How many of each group's posts that were due within the span and were sent hold a text to copy (口令) in place of a link. Clicks do not tell
    /// who opened those. Groups without any are left out.
    /// </summary>
    Task<IReadOnlyDictionary<string, long>> CommandPostsAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Posts due within the span that were not sent, by reason, most first.</summary>
    Task<IReadOnlyList<SkipCount>> SkipsAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Posts due within the span whose copy holds forbidden words, by those words, most first.</summary>
    Task<IReadOnlyList<FlagCount>> FlagsAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Deals held back within the span for want of a proven link, by network and reason, most first.</summary>
    Task<IReadOnlyList<HeldBackCount>> HeldBackAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>An owner's orders of the span, by order time, that no group was found for.</summary>
    Task<UnattributedOrders> UnattributedAsync(string ownerId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>How long after their planned moments the posts planned within the span were sent; null if none was. What an owner had sent again is left out.</summary>
    Task<Drift?> DriftAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>What came of asking again for the deals of posts due within the span.</summary>
    Task<RecheckCount> RechecksAsync(IReadOnlyCollection<string> groupIds, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}
