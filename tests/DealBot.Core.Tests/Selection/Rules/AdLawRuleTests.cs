using DealBot.Core.Configuration;
using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class AdLawRuleTests
{
    private static readonly AdLawRule Rule = new();

    [Test]
    public void Accepts_an_honest_title() => RuleAssert.Accepts(Rule, Some.Deal(title: "大包纸尿裤"));

    [TestCase("全网第一纸尿裤")]
    [TestCase("国家级品质")]
    public void Rejects_a_title_with_a_forbidden_word(string title) => RuleAssert.Rejects(Rule, RejectReason.AdLawWord, Some.Deal(title: title));

    [Test]
    public void The_words_are_the_owners()
    {
        var scope = Some.Scope(settings: new SelectionSettings { AdLawWords = ["神器"] });

        RuleAssert.Rejects(Rule, RejectReason.AdLawWord, Some.Deal(title: "收纳神器"), scope);
        RuleAssert.Accepts(Rule, Some.Deal(title: "全网第一纸尿裤"), scope);
    }
}
