namespace DealBot.Core.Orders;

/// <summary>
/// How likely each group is to have brought an order, from the clicks on its item. A pure function in whole numbers. Each visitor counts once in a group, by the
/// click nearest to the moment, and the more the nearer it was. The share of the likeliest group is then lowered: to at most 95 % for a click in the very
/// moment, down to 70 % for one at the end of the span, since somebody may have bought without a click of ours.
/// </summary>
public static class JoinScore
{
    private const int Most = 95;
    private const int Least = 70;

    /// <summary>The likeliest group with its confidence; <see cref="Attribution.None"/> if it stays below the threshold.</summary>
    /// <param name="clicks">Clicks on the item within the span.</param>
    /// <param name="at">When the order was clicked for, or ordered.</param>
    /// <param name="span">How far from that moment clicks count.</param>
    /// <param name="threshold">Least confidence, in percent.</param>
    public static Attribution Of(IEnumerable<JoinClick> clicks, DateTimeOffset at, TimeSpan span, int threshold)
    {
        long Distance(JoinClick click) => (long)(click.At - at).Duration().TotalSeconds;
        var whole = (long)span.TotalSeconds;
        var groups = clicks
            .GroupBy(click => click.GroupId)
            .Select(group => (
                Id: group.Key,
                Nearest: group.OrderBy(Distance).ThenByDescending(click => click.At).ThenBy(click => click.PostId, StringComparer.Ordinal).First(),
                Weight: group.GroupBy(click => click.Visitor).Sum(visitor => Math.Max(1, whole - visitor.Min(Distance)))))
            .OrderByDescending(group => group.Weight).ThenBy(group => group.Id, StringComparer.Ordinal)
            .ToList();
        if (groups.Count == 0 || whole <= 0)
        {
            return Attribution.None;
        }

        var likeliest = groups[0];
        var surest = Most - ((Most - Least) * Math.Min(whole, Distance(likeliest.Nearest)) / whole);
        var confidence = (int)(likeliest.Weight * surest / groups.Sum(group => group.Weight));
        return confidence < threshold
            ? Attribution.None
            : new Attribution(AttributionMethod.Join, likeliest.Id, likeliest.Nearest.PostId) { Confidence = confidence };
    }
}
