using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Groups;

/// <summary>
/// Asks each platform once a day how many members its groups have: a few groups of each adapter at a time, so that no platform is asked for
/// a thousand at once.
/// </summary>
public sealed class MemberRound(IMemberStore members, PostingScope scope, TimeProvider time, ILogger<MemberRound> logger)
{
    private const int AtOnce = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AfterFault = TimeSpan.FromHours(1);

    /// <summary>When a group is asked again that could not be counted; today no more for one of which the platform does not tell.</summary>
    private readonly Dictionary<string, DateTimeOffset> _notBefore = [];

    /// <summary>Runs one round.</summary>
    /// <returns>How many groups were counted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var groups = scope.Configuration.Current.Groups.Where(group => scope.Adapters.GetValueOrDefault(group.Adapter) is IGroupRoster).ToList();
        if (groups.Count == 0)
        {
            return 0;
        }

        var utc = DateOnly.FromDateTime(now.UtcDateTime);
        var known = (await members.ReadAsync([.. groups.Select(group => group.Id)], utc.AddDays(-1), utc.AddDays(1), cancellationToken).ConfigureAwait(false))
            .Where(day => day.Members is not null).Select(day => (day.GroupId, day.Day)).ToHashSet();
        var due = groups.Where(group => !known.Contains((group.Id, DayOf(now, group))) && !(_notBefore.TryGetValue(group.Id, out var later) && later > now));
        var counted = 0;
        foreach (var group in due.GroupBy(group => group.Adapter).SelectMany(ofAdapter => ofAdapter.Take(AtOnce)))
        {
            counted += await CountAsync(group, now, cancellationToken).ConfigureAwait(false) ? 1 : 0;
        }

        return counted;
    }

    private async Task<bool> CountAsync(Group group, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            if (await ((IGroupRoster)scope.Adapters[group.Adapter]).CountMembersAsync(group.Address, patience.Token).WaitAsync(patience.Token).ConfigureAwait(false) is { } count)
            {
                await members.CountAsync(group.Id, DayOf(now, group), count, cancellationToken).ConfigureAwait(false);
                return true;
            }

            _notBefore[group.Id] = now.AddDays(1);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not System.Data.Common.DbException)
        {
            // The supervised edge to adapters: one group that can't be counted keeps no other from being.
            logger.NotCounted(group.Id, exception is HttpRequestException ? exception.Message : exception.GetType().Name);
            _notBefore[group.Id] = now + AfterFault;
        }

        return false;
    }

    private static DateOnly DayOf(DateTimeOffset at, Group group) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(group.TimeZone)).DateTime);
}
