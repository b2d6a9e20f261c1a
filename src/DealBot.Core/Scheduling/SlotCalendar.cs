using System.Collections.Concurrent;
using DealBot.Core.Configuration;

namespace DealBot.Core.Scheduling;

/// <summary>Which groups are due when, for one state of the configuration. Groups with the same schedule are reckoned together.</summary>
public sealed class SlotCalendar(DealBotConfiguration configuration, ParseCron parseCron)
{
    private readonly ConcurrentDictionary<(string Schedule, string Zone), SlotSeries> _series = new();
    private readonly Dictionary<string, int> _places = configuration.Groups.Index().ToDictionary(pair => pair.Item.Id, pair => pair.Index);
    private readonly ILookup<(string Schedule, string Audience, string Zone), Group> _groups =
        configuration.Groups.ToLookup(group => (group.Schedule, group.Audience, group.TimeZone));

    /// <summary>Slots after the first moment and up to and including the second, by time and then in the order of the file.</summary>
    public IReadOnlyList<Slot> Between(DateTimeOffset after, DateTimeOffset until)
    {
        var slots = new List<Slot>();
        foreach (var alike in _groups)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(alike.Key.Zone);
            foreach (var (at, rule, campaign) in Moments(alike.First(), zone, after, until))
            {
                slots.AddRange(alike.Select(group => new Slot(group, at, SlotPlan.Resolve(configuration, group, campaign, rule))));
            }
        }

        return [.. slots.OrderBy(slot => slot.At).ThenBy(slot => _places[slot.Group.Id])];
    }

    /// <summary>The slot of a group at exactly that moment; null if the group or the slot is not there.</summary>
    public Slot? Find(string groupId, DateTimeOffset at)
    {
        if (!_places.TryGetValue(groupId, out var place))
        {
            return null;
        }

        var group = configuration.Groups[place];
        var zone = TimeZoneInfo.FindSystemTimeZoneById(group.TimeZone);
        return Moments(group, zone, at.AddMilliseconds(-1), at)
            .Select(moment => new Slot(group, moment.At, SlotPlan.Resolve(configuration, group, moment.Campaign, moment.Rule)))
            .FirstOrDefault(slot => slot.At == at);
    }

    /// <summary>A slot outside the schedule, at a moment of the owner's choice.</summary>
    public Slot Extra(Group group, DateTimeOffset at)
    {
        var day = LocalDay(at, TimeZoneInfo.FindSystemTimeZoneById(group.TimeZone));
        return new Slot(group, at, SlotPlan.Resolve(configuration, group, configuration.CampaignFor(group, day), rule: null));
    }

    private IEnumerable<(DateTimeOffset At, ScheduleRule Rule, Campaign? Campaign)> Moments(
        Group group, TimeZoneInfo zone, DateTimeOffset after, DateTimeOffset until)
    {
        for (var day = LocalDay(after, zone); day <= LocalDay(until, zone); day = day.AddDays(1))
        {
            var campaign = configuration.CampaignFor(group, day);
            var series = Series(campaign?.Schedule ?? group.Schedule, zone);
            foreach (var (at, rule) in series.Between(after, until).Where(moment => LocalDay(moment.At, zone) == day))
            {
                yield return (at, rule, campaign);
            }
        }
    }

    private SlotSeries Series(string schedule, TimeZoneInfo zone) => _series.GetOrAdd(
        (schedule, zone.Id),
        _ => new SlotSeries(configuration.Schedule(schedule), zone, parseCron));

    private static DateOnly LocalDay(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
