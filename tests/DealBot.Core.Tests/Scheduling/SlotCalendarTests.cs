using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Scheduling;
using DealBot.Core.Tests.Fakes;

namespace DealBot.Core.Tests.Scheduling;

public sealed class SlotCalendarTests
{
    private static readonly DateTimeOffset Monday = Some.Shanghai("2026-06-01 00:00");

    [Test]
    public void A_list_of_times_gives_those_moments_every_day()
    {
        var calendar = Calendar(Day(At("21:00", "09:00", "09:00")));

        Assert.That(Times(calendar, Monday, Monday.AddDays(2)), Is.EqualTo(new[] { "06-01 09:00", "06-01 21:00", "06-02 09:00", "06-02 21:00" }));
    }

    [Test]
    public void A_cron_expression_is_read_on_the_clock_of_the_group()
    {
        var calendar = Calendar(Day(Cron("0 30 9-11 ? * MON")));

        Assert.That(Times(calendar, Monday, Monday.AddDays(7)), Is.EqualTo(new[] { "06-01 09:30", "06-01 10:30", "06-01 11:30" }));
    }

    [Test]
    public void The_start_of_the_window_is_outside_and_its_end_inside()
    {
        var calendar = Calendar(Day(At("09:00", "10:00")));

        Assert.That(Times(calendar, Monday.AddHours(9), Monday.AddHours(10)), Is.EqualTo(new[] { "06-01 10:00" }));
        Assert.That(Times(calendar, Monday.AddHours(9).AddTicks(-1), Monday.AddHours(10).AddTicks(-1)), Is.EqualTo(new[] { "06-01 09:00" }));
    }

    [Test]
    public void Windows_that_follow_each_other_give_every_slot_once()
    {
        var calendar = Calendar(Day(Cron("0 */7 * * * ?"), At("00:00", "12:00")));
        var whole = Times(calendar, Monday, Monday.AddDays(1)).ToList();
        var random = new Random(7);

        var parts = new List<string>();
        for (var from = Monday; from < Monday.AddDays(1);)
        {
            var to = from.AddSeconds(random.Next(1, 4000)) is var next && next < Monday.AddDays(1) ? next : Monday.AddDays(1);
            parts.AddRange(Times(calendar, from, to));
            from = to;
        }

        Assert.That(parts, Is.EqualTo(whole));
    }

    [Test]
    public void Where_two_rules_meet_the_first_one_written_holds()
    {
        var calendar = Calendar(Day(At("09:00") with { Deals = 3 }, Cron("0 0 9-10 * * ?") with { Deals = 5 }));

        var slots = calendar.Between(Monday, Monday.AddDays(1));

        Assert.That(slots.Select(slot => slot.Plan.Deals), Is.EqualTo(new[] { 3, 5 }));
    }

    [Test]
    public void Quiet_hours_across_midnight_hold_from_their_start_up_to_their_end()
    {
        var quiet = new QuietHours { From = new TimeOnly(23, 0), To = new TimeOnly(7, 30) };
        var calendar = Calendar(Day(At("22:59", "23:00", "00:00", "07:29", "07:30")) with { QuietHours = quiet });

        Assert.That(Times(calendar, Monday, Monday.AddDays(1)), Is.EqualTo(new[] { "06-01 07:30", "06-01 22:59" }));
    }

    [Test]
    public void Quiet_hours_within_a_day_leave_the_night()
    {
        var quiet = new QuietHours { From = new TimeOnly(12, 0), To = new TimeOnly(14, 0) };
        var calendar = Calendar(Day(Cron("0 0 11-14 * * ?")) with { QuietHours = quiet });

        Assert.That(Times(calendar, Monday, Monday.AddDays(1)), Is.EqualTo(new[] { "06-01 11:00", "06-01 14:00" }));
    }

    [Test]
    public void A_campaign_replaces_schedule_filter_and_templates_on_its_own_days_only()
    {
        var campaign = new Campaign
        {
            Id = "c618",
            Name = "618",
            From = new DateOnly(2026, 6, 2),
            To = new DateOnly(2026, 6, 3),
            Schedule = "rush",
            Filter = new DealFilter { MaxPrice = Money.FromYuan(50) },
            Templates = new TemplateChoice { Copy = "copy/618.sbn-txt" },
        };
        var calendar = Calendar([Day(At("00:00", "09:00")), Day(At("00:00", "12:00", "23:59")) with { Id = "rush" }], [Some.Group()], [campaign]);

        var slots = calendar.Between(Monday, Monday.AddDays(4));

        Assert.That(slots.Select(slot => $"{Local(slot)} {slot.Plan.Campaign?.Id} {slot.Plan.Filter.MaxPrice?.ToPriceText()} {slot.Plan.Copy}"), Is.EqualTo(new[]
        {
            "06-01 09:00  5000 copy/default.sbn-txt",
            "06-02 00:00 c618 50 copy/618.sbn-txt",
            "06-02 12:00 c618 50 copy/618.sbn-txt",
            "06-02 23:59 c618 50 copy/618.sbn-txt",
            "06-03 00:00 c618 50 copy/618.sbn-txt",
            "06-03 12:00 c618 50 copy/618.sbn-txt",
            "06-03 23:59 c618 50 copy/618.sbn-txt",
            "06-04 00:00  5000 copy/default.sbn-txt",
            "06-04 09:00  5000 copy/default.sbn-txt",
            "06-05 00:00  5000 copy/default.sbn-txt",
        }));
    }

    [Test]
    public void A_campaign_for_other_audiences_leaves_a_group_alone()
    {
        var campaign = new Campaign { Id = "x", Name = "x", From = new DateOnly(2026, 6, 1), To = new DateOnly(2026, 6, 9), Audiences = ["campus"] };
        var calendar = Calendar([Day(At("09:00"))], [Some.Group()], [campaign]);

        Assert.That(calendar.Between(Monday, Monday.AddDays(1)).Single().Plan.Campaign, Is.Null);
    }

    [Test]
    public void Of_two_campaigns_on_a_day_the_first_one_written_holds()
    {
        var first = new Campaign { Id = "first", Name = "1", From = new DateOnly(2026, 6, 1), To = new DateOnly(2026, 6, 1) };
        var second = new Campaign { Id = "second", Name = "2", From = new DateOnly(2026, 5, 1), To = new DateOnly(2026, 7, 1) };
        var calendar = Calendar([Day(At("09:00"))], [Some.Group()], [first, second]);

        Assert.That(calendar.Between(Monday, Monday.AddDays(2)).Select(slot => slot.Plan.Campaign!.Id), Is.EqualTo(new[] { "first", "second" }));
    }

    [Test]
    public void Each_group_posts_by_its_own_clock()
    {
        var berlin = Some.Group("berlin-1") with { TimeZone = "Europe/Berlin" };
        var calendar = Calendar([Day(At("09:00"))], [Some.Group(), berlin], []);

        var slots = calendar.Between(Monday, Monday.AddDays(1));

        Assert.That(slots.Select(slot => $"{slot.Group.Id} {slot.At.UtcDateTime:HH:mm}"), Is.EqualTo(new[] { "mama-1 01:00", "berlin-1 07:00" }));
    }

    [Test]
    public void A_time_that_the_clock_skips_in_spring_has_no_slot_and_the_others_keep_theirs()
    {
        // On 2026-03-29 Berlin goes from 02:00 to 03:00.
        var calendar = Calendar([Day(At("01:59", "02:30", "03:00"))], [Some.Group() with { TimeZone = "Europe/Berlin" }], []);

        var slots = calendar.Between(Utc("2026-03-28 22:00"), Utc("2026-03-30 22:00"));

        Assert.That(slots.Select(slot => $"{slot.At.UtcDateTime:MM-dd HH:mm}"), Is.EqualTo(new[]
        {
            "03-29 00:59", "03-29 01:00", "03-29 23:59", "03-30 00:30", "03-30 01:00",
        }));
    }

    [Test]
    public void A_time_that_the_clock_repeats_in_autumn_has_one_slot()
    {
        // On 2026-10-25 Berlin goes from 03:00 back to 02:00.
        var calendar = Calendar([Day(At("02:30"))], [Some.Group() with { TimeZone = "Europe/Berlin" }], []);

        Assert.That(calendar.Between(Utc("2026-10-24 22:00"), Utc("2026-10-25 22:00")), Has.Count.EqualTo(1));
    }

    [Test]
    public void Slots_of_one_moment_come_in_the_order_of_the_file()
    {
        Group[] groups = [Some.Group("a"), Some.Group("b", schedule: "other"), Some.Group("c")];
        var calendar = Calendar([Day(At("09:00")), Day(At("09:00")) with { Id = "other" }], groups, []);

        Assert.That(calendar.Between(Monday, Monday.AddDays(1)).Select(slot => slot.Group.Id), Is.EqualTo(new[] { "a", "b", "c" }));
    }

    [Test]
    public void A_slot_names_its_post_by_group_and_moment_alone()
    {
        var first = Calendar(Day(At("09:00"))).Between(Monday, Monday.AddDays(1)).Single();
        var afterAnEdit = Calendar(Day(At("09:00", "10:00") with { Deals = 4 })).Between(Monday, Monday.AddHours(9)).Single();

        Assert.That(first.PostId, Is.EqualTo("mama-1_20260601T010000"));
        Assert.That(afterAnEdit.PostId, Is.EqualTo(first.PostId));
    }

    [Test]
    public void An_extra_slot_takes_the_campaign_of_its_local_day()
    {
        var campaign = new Campaign { Id = "x", Name = "x", From = new DateOnly(2026, 6, 1), To = new DateOnly(2026, 6, 1) };
        var calendar = Calendar([Day(At("09:00"))], [Some.Group()], [campaign]);

        Assert.That(calendar.Extra(Some.Group(), Monday).Plan.Campaign!.Id, Is.EqualTo("x"), "midnight in Shanghai is the day before in UTC");
        Assert.That(calendar.Extra(Some.Group(), Monday.AddDays(1)).Plan.Campaign, Is.Null);
    }

    private static DateTimeOffset Utc(string text) => new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);

    private static ScheduleRule At(params string[] times) => new() { At = [.. times.Select(time => TimeOnly.ParseExact(time, "HH:mm", null))] };

    private static ScheduleRule Cron(string expression) => new() { Cron = expression };

    private static Schedule Day(params ScheduleRule[] rules) => new() { Id = "day", Rules = rules };

    private static SlotCalendar Calendar(Schedule schedule) => Calendar([schedule], [Some.Group()], []);

    private static SlotCalendar Calendar(Schedule[] schedules, Group[] groups, Campaign[] campaigns) => new(
        new DealBotConfiguration { Owners = [], Groups = groups, Schedules = schedules, Audiences = [Some.Audience()], Campaigns = campaigns },
        ConfigFolder.Surroundings.ParseCron);

    private static string Local(Slot slot) => $"{slot.At.ToOffset(TimeSpan.FromHours(8)):MM-dd HH:mm}";

    private static IEnumerable<string> Times(SlotCalendar calendar, DateTimeOffset after, DateTimeOffset until) => calendar.Between(after, until).Select(Local);
}
