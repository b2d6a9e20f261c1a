using DealBot.Core.Configuration;
using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class CategoryRuleTests
{
    private static readonly CategoryRule Rule = new();

    [Test]
    public void Accepts_every_category_where_nothing_is_said() => RuleAssert.Accepts(Rule, Some.Deal(category: "酒类"));

    [Test]
    public void Accepts_only_the_wanted_categories()
    {
        var filter = new DealFilter { Categories = ["母婴"] };

        RuleAssert.Accepts(Rule, Some.Deal(category: "母婴"), filter);
        RuleAssert.Rejects(Rule, RejectReason.CategoryUnwanted, Some.Deal(category: "酒类"), filter);
    }

    [Test]
    public void Rejects_an_excluded_category_even_if_it_is_wanted_elsewhere() =>
        RuleAssert.Rejects(Rule, RejectReason.CategoryUnwanted, Some.Deal(category: "母婴"), new DealFilter { Categories = ["母婴"], ExcludedCategories = ["母婴"] });

    [Test]
    public void Rejects_what_the_audience_does_not_care_for()
    {
        var scope = Some.Scope(Some.Plan(audience: Some.Audience(otherCategories: 1, ("酒类", 0))));

        RuleAssert.Rejects(Rule, RejectReason.CategoryUnwanted, Some.Deal(category: "酒类"), scope);
        RuleAssert.Accepts(Rule, Some.Deal(category: "母婴"), scope);
    }

    [Test]
    public void An_audience_may_want_only_what_it_names()
    {
        var scope = Some.Scope(Some.Plan(audience: Some.Audience(otherCategories: 0, ("母婴", 2))));

        RuleAssert.Accepts(Rule, Some.Deal(category: "母婴"), scope);
        RuleAssert.Rejects(Rule, RejectReason.CategoryUnwanted, Some.Deal(category: "酒类"), scope);
    }
}
