using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Tests.Scheduling;

public sealed class SlotPlanTests
{
    [Test]
    public void The_narrowest_setting_holds_and_what_it_leaves_out_comes_from_the_next_wider_one()
    {
        var campaign = new Campaign { Id = "c", Name = "c", From = default, To = default, Filter = new DealFilter { MinPrice = new Money(1) } };
        var rule = new ScheduleRule { Filter = new DealFilter { MinPrice = new Money(2), MaxPrice = new Money(2) } };
        var group = Some.Group() with { Filter = new DealFilter { MaxPrice = new Money(3), CouponHours = 3 } };
        var configuration = Configuration(new DealFilter { CouponHours = 4, RepeatDays = 4 }, new DealFilter { RepeatDays = 5, ExcludedWords = ["五"] });

        var filter = SlotPlan.Resolve(configuration, group, campaign, rule).Filter;

        Assert.That(filter, Is.EqualTo(DealFilter.Default with
        {
            MinPrice = new Money(1),
            MaxPrice = new Money(2),
            CouponHours = 3,
            RepeatDays = 4,
            ExcludedWords = filter.ExcludedWords,
        }));
        Assert.That(filter.ExcludedWords, Is.EqualTo(new[] { "五" }));
    }

    [Test]
    public void Templates_are_laid_over_each_other_one_by_one()
    {
        var rule = new ScheduleRule { Templates = new TemplateChoice { Copy = "copy/rule" } };
        var group = Some.Group() with { Templates = new TemplateChoice { Copy = "copy/group", Poster = "posters/group" } };

        var plan = SlotPlan.Resolve(Configuration(), group, campaign: null, rule);

        Assert.That((plan.Copy, plan.Poster), Is.EqualTo(("copy/rule", "posters/group")));
    }

    [Test]
    public void None_switches_a_wider_poster_off()
    {
        var group = Some.Group() with { Templates = new TemplateChoice { Poster = "posters/group" } };
        var rule = new ScheduleRule { Templates = new TemplateChoice { Poster = TemplateChoice.None } };

        Assert.That(SlotPlan.Resolve(Configuration(), group, null, rule).Poster, Is.Null);
    }

    [Test]
    public void A_group_that_wants_no_posters_gets_none_whatever_campaign_and_rule_name()
    {
        var group = Some.Group() with { Templates = new TemplateChoice { Copy = "copy/group", Poster = TemplateChoice.None, Card = TemplateChoice.None } };
        var choice = new TemplateChoice { Copy = "copy/shared", Poster = "posters/shared", Card = "cards/shared" };
        var campaign = new Campaign { Id = "c", Name = "c", From = default, To = default, Templates = choice };

        var plans = new[]
        {
            SlotPlan.Resolve(Configuration(), group, campaign, rule: null),
            SlotPlan.Resolve(Configuration(), group, campaign: null, new ScheduleRule { Templates = choice }),
        };

        Assert.That(plans.Select(plan => (plan.Copy, plan.Poster, plan.Card)), Is.All.EqualTo(("copy/shared", (string?)null, (string?)null)));
    }

    [Test]
    public void Without_any_setting_the_defaults_hold()
    {
        var plan = SlotPlan.Resolve(Configuration(), Some.Group(), null, null);

        Assert.That((plan.Deals, plan.Copy, plan.Poster), Is.EqualTo((1, TemplateChoice.Default.Copy, TemplateChoice.Default.Poster)));
        Assert.That(plan.Filter, Is.EqualTo(DealFilter.Default));
    }

    [Test]
    public void Pace_is_the_schedule_s_and_the_gap_the_group_s_before_it()
    {
        var rule = new ScheduleRule { Priority = 8 };

        var pace = SlotPlan.Resolve(Configuration(), Some.Group(), null, rule).Pace;
        var ofGroup = SlotPlan.Resolve(Configuration(), Some.Group() with { MinGapMinutes = 3 }, null, rule).Pace;

        Assert.That((pace.Priority, pace.JitterMinutes, pace.EarlyMinutes, pace.LateMinutes, pace.GapMinutes), Is.EqualTo((8, 1, 2, 4, 7)));
        Assert.That(pace.Quiet, Is.EqualTo(Day.QuietHours));
        Assert.That(ofGroup.GapMinutes, Is.EqualTo(3));
    }

    [Test]
    public void During_a_campaign_the_pace_is_that_of_its_schedule()
    {
        var campaign = new Campaign { Id = "c", Name = "c", From = default, To = default, Schedule = Rush.Id };

        var pace = SlotPlan.Resolve(Configuration(), Some.Group(), campaign, null).Pace;

        Assert.That((pace.Priority, pace.JitterMinutes, pace.GapMinutes), Is.EqualTo((5, 5, SlotPace.DefaultGapMinutes)));
    }

    private static Schedule Day { get; } = new()
    {
        Id = "day",
        Rules = [],
        QuietHours = new QuietHours { From = new TimeOnly(23, 0), To = new TimeOnly(7, 0) },
        JitterMinutes = 1,
        EarlyMinutes = 2,
        LateMinutes = 4,
        MinGapMinutes = 7,
    };

    private static Schedule Rush { get; } = new() { Id = "rush", Rules = [] };

    private static DealBotConfiguration Configuration(DealFilter? audience = null, DealFilter? common = null) => new()
    {
        Owners = [],
        Groups = [],
        Schedules = [Day, Rush],
        Audiences = [Some.Audience() with { Filter = audience }],
        Selection = new SelectionSettings { Filter = common ?? new DealFilter() },
    };
}
