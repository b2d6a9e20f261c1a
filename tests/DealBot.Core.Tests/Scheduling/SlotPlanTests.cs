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
    public void Without_any_setting_the_defaults_hold()
    {
        var plan = SlotPlan.Resolve(Configuration(), Some.Group(), null, null);

        Assert.That((plan.Deals, plan.Copy, plan.Poster), Is.EqualTo((1, TemplateChoice.Default.Copy, TemplateChoice.Default.Poster)));
        Assert.That(plan.Filter, Is.EqualTo(DealFilter.Default));
    }

    private static DealBotConfiguration Configuration(DealFilter? audience = null, DealFilter? common = null) => new()
    {
        Owners = [],
        Groups = [],
        Schedules = [],
        Audiences = [Some.Audience() with { Filter = audience }],
        Selection = new SelectionSettings { Filter = common ?? new DealFilter() },
    };
}
