using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Notices;

namespace DealBot.Core.Posting;

/// <summary>
/// Tells owners of slots that will not be posted although nothing was wrong with them: missed while the service was down, or without room
/// in the plan. What he has paused an owner knows of. Told before it is on record: a crash in between tells it again, the other order might never tell it.
/// </summary>
internal sealed class LostSlots(INotices notices)
{
    private const string MissedKind = "slots_missed";
    private const string DroppedKind = "slots_dropped";

    private readonly HashSet<string> _told = [];

    /// <summary>Tells of slots about to be put on record; once, however often that has to be tried.</summary>
    public async Task TellAsync(IEnumerable<SkippedPost> posts, CancellationToken cancellationToken)
    {
        foreach (var lost in posts
            .Where(post => post.Reason != SkipReason.Paused && !_told.Contains(post.Slot.PostId))
            .GroupBy(post => (post.Slot.Group.Owner, Kind: post.Reason == SkipReason.Missed ? MissedKind : DroppedKind)))
        {
            var text = Wording(lost.Key.Kind, [.. lost]);
            await notices.TellAsync(new Notice(lost.Key.Owner, lost.Key.Kind, lost.Key.Owner, text), cancellationToken).ConfigureAwait(false);
            _told.UnionWith(lost.Select(post => post.Slot.PostId));
        }
    }

    /// <summary>Everything that was told is on record.</summary>
    public void Recorded() => _told.Clear();

    private static Phrase Wording(string kind, IReadOnlyList<SkippedPost> posts)
    {
        var first = posts.MinBy(post => post.Slot.At)!;
        var (group, reason) = (first.Slot.Group, first.Reason.Text);
        var local = TimeZoneInfo.ConvertTime(first.Slot.At, TimeZoneInfo.FindSystemTimeZoneById(group.TimeZone));
        var at = local.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
        var day = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return kind == MissedKind
            ? new Phrase(
                $"服务停过，有 {posts.Count} 个时刻没有发，最早的是“{group.Name}”{at}。要补发请执行 dealbot post --group {group.Id}",
                $"the service was down: {posts.Count} slots were not posted, the first at {at} in {group.Id}; to make up for one: dealbot post --group {group.Id}")
            : new Phrase(
                $"今明两天有 {posts.Count} 个时刻排不下，最早的是“{group.Name}”{at}：{reason.Zh}。执行 dealbot plan --date {day} 看全天安排",
                $"{posts.Count} slots of today and tomorrow find no room, the first at {at} in {group.Id}: {reason.En}; dealbot plan --date {day} shows the day");
    }
}
