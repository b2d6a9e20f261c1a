using DealBot.Core.Configuration;
using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class ExcludedWordRuleTests
{
    private static readonly ExcludedWordRule Rule = new();
    private static readonly DealFilter Filter = new() { ExcludedWords = ["二手", "Refurbished"] };

    [Test]
    public void Accepts_a_title_without_the_words() => RuleAssert.Accepts(Rule, Some.Deal(title: "全新手机"), Filter);

    [TestCase("九成新二手手机")]
    [TestCase("手机 REFURBISHED")]
    public void Rejects_a_title_with_one_in_any_case(string title) => RuleAssert.Rejects(Rule, RejectReason.WordUnwanted, Some.Deal(title: title), Filter);
}
