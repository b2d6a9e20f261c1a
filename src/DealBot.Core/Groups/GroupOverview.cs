using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;

namespace DealBot.Core.Groups;

/// <summary>Reads how groups stand.</summary>
public sealed class GroupOverview(IPauseStore pauses, IMemberStore members, IPostHistory history, PostingScope scope, TimeProvider time)
{
    private const int Week = 7;

    /// <summary>The groups in their order.</summary>
    public async Task<IReadOnlyList<GroupStanding>> ReadAsync(IReadOnlyList<Group> groups, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var paused = await pauses.ListAsync(now, cancellationToken).ConfigureAwait(false);
        var utc = DateOnly.FromDateTime(now.UtcDateTime);
        var days = (await members.ReadAsync([.. groups.Select(group => group.Id)], utc.AddDays(-Week - 1), utc.AddDays(1), cancellationToken).ConfigureAwait(false)).ToLookup(day => day.GroupId);
        var sent = await history.SentAsync([.. groups.Select(group => group.Id)], now.AddDays(-1), cancellationToken).ConfigureAwait(false);
        var next = scope.Configuration.Calendar.Between(now, now.AddDays(2)).GroupBy(slot => slot.Group.Id).ToDictionary(slots => slots.Key, slots => slots.First().At);
        return [.. groups.Select(group =>
        {
            var today = DayOf(now, group);
            var week = days[group.Id].Where(day => day.Day > today.AddDays(-Week) && day.Day <= today).ToList();
            var posts = sent.GetValueOrDefault(group.Id);
            return new GroupStanding(group)
            {
                Pause = paused.GetValueOrDefault(group.Id),
                TellsMembers = scope.Adapters.GetValueOrDefault(group.Adapter) is IGroupRoster,
                Today = week.Find(day => day.Day == today),
                MembersWeekAgo = days[group.Id].FirstOrDefault(day => day.Day == today.AddDays(-Week))?.Members,
                Week = week.Exists(day => day.Joined + day.Left > 0) ? (week.Sum(day => day.Joined), week.Sum(day => day.Left)) : null,
                LastAt = posts?.Max(),
                NextAt = next.TryGetValue(group.Id, out var at) ? at : null,
                SentToday = posts?.Count(post => DayOf(post, group) == today) ?? 0,
            };
        })];
    }

    private static DateOnly DayOf(DateTimeOffset at, Group group) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(group.TimeZone)).DateTime);
}
