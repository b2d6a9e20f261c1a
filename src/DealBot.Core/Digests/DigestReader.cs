using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using DealBot.Core.Metrics;
using DealBot.Core.Notices;

namespace DealBot.Core.Digests;

/// <summary>Adds up an owner's day.</summary>
public sealed class DigestReader(IMetricsStore metrics, INoticeStore notices, IMemberStore members, LiveConfiguration configuration, TimeProvider time)
{
    private const int ChartDays = 14;
    private const int MeanDays = 7;

    /// <summary>Whether anything is on record of a day: a post, a click, an order or a skipped slot.</summary>
    public async Task<bool> KnowsAsync(Owner owner, DateOnly date, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(owner.Digest.TimeZone);
        var ids = configuration.Current.GroupsOf(owner).Select(group => group.Id).ToList();
        var (start, end) = (StartOf(date, zone), StartOf(date.AddDays(1), zone));
        return (await metrics.HoursAsync(ids, start, end, cancellationToken).ConfigureAwait(false)).Count > 0
            || (await metrics.SkipsAsync(ids, start, end, cancellationToken).ConfigureAwait(false)).Count > 0;
    }

    public async Task<DigestFigures> ReadAsync(Owner owner, DateOnly date, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(owner.Digest.TimeZone);
        var groups = configuration.Current.GroupsOf(owner).ToList();
        var ids = groups.Select(group => group.Id).ToList();
        var (start, end) = (StartOf(date, zone), StartOf(date.AddDays(1), zone));
        var hourly = await metrics.HoursAsync(ids, StartOf(date.AddDays(1 - ChartDays), zone), end, cancellationToken).ConfigureAwait(false);
        var byGroup = await metrics.GroupsAsync(ids, start, end, cancellationToken).ConfigureAwait(false);
        var deals = await metrics.DealsAsync(ids, start, end, cancellationToken).ConfigureAwait(false);

        // From digest to digest, not from midnight: what goes wrong late in the evening is told the next day.
        var (told, telling) = (MomentOf(date.AddDays(-1), owner.Digest.At, zone), MomentOf(date, owner.Digest.At, zone));
        var skips = await metrics.SkipsAsync(ids, told, telling, cancellationToken).ConfigureAwait(false);
        var flags = await metrics.FlagsAsync(ids, told, telling, cancellationToken).ConfigureAwait(false);

        int HourOf(HourTotal hour) => TimeZoneInfo.ConvertTime(hour.Hour, zone).Hour;
        var byDay = hourly.ToLookup(hour => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(hour.Hour, zone).DateTime));
        var byHour = byDay[date].ToLookup(HourOf, hour => hour.Figures);

        // A day that is not over yet is only compared with the same whole hours of the days before.
        var hours = WholeHours(date, zone);
        Figures Day(int offset) => Figures.Sum(byDay[date.AddDays(offset)].Select(hour => hour.Figures));
        Figures SameHours(int offset) => Figures.Sum(byDay[date.AddDays(offset)].Where(hour => HourOf(hour) < hours).Select(hour => hour.Figures));
        return new DigestFigures(
            date,
            Day(0),
            SameHours(-1),
            Figures.Sum(Enumerable.Range(1, MeanDays).Select(offset => SameHours(-offset))),
            [.. Enumerable.Range(1 - ChartDays, ChartDays).Select(offset => (date.AddDays(offset), Day(offset)))],
            [.. Enumerable.Range(0, 24).Select(hour => Figures.Sum(byHour[hour]))],
            [.. groups.Select(group => (group, byGroup.GetValueOrDefault(group.Id, Figures.None))).OrderByDescending(pair => pair.Item2.Commission).ThenBy(pair => pair.group.Id, StringComparer.Ordinal)],
            deals,
            skips,
            flags)
        {
            SoFar = SameHours(0),
            CommandPosts = await metrics.CommandPostsAsync(ids, start, end, cancellationToken).ConfigureAwait(false),
            Notices = await notices.ListAsync(owner.Id, told, telling, cancellationToken).ConfigureAwait(false),
            Members = (await members.ReadAsync(ids, date, date, cancellationToken).ConfigureAwait(false)).ToDictionary(day => day.GroupId),
            HeldBack = await metrics.HeldBackAsync(ids, told, telling, cancellationToken).ConfigureAwait(false),
            Unattributed = await metrics.UnattributedAsync(owner.Id, start, end, cancellationToken).ConfigureAwait(false),
            Rechecks = await metrics.RechecksAsync(ids, told, telling, cancellationToken).ConfigureAwait(false),
            Drift = await metrics.DriftAsync(ids, told, telling, cancellationToken).ConfigureAwait(false),
            MeanDays = Math.Max(1, Enumerable.Range(1, MeanDays).Count(offset => byDay[date.AddDays(-offset)].Any())),
        };
    }

    private int WholeHours(DateOnly date, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        return DateOnly.FromDateTime(local.DateTime) == date ? local.Hour : 24;
    }

    private static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone) => MomentOf(date, TimeOnly.MinValue, zone);

    private static DateTimeOffset MomentOf(DateOnly date, TimeOnly time, TimeZoneInfo zone)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
