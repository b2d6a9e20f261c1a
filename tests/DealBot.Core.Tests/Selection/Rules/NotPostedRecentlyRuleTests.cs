using DealBot.Core.Selection;
using DealBot.Core.Selection.Rules;

namespace DealBot.Core.Tests.Selection.Rules;

public sealed class NotPostedRecentlyRuleTests
{
    private static readonly NotPostedRecentlyRule Rule = new();
    private static readonly SelectionScope Scope = Some.Scope(history: [Some.Posted(Some.Deal("1"))]);

    [Test]
    public void Accepts_what_the_group_has_not_had() => RuleAssert.Accepts(Rule, Some.Deal("2"), Scope);

    [Test]
    public void Rejects_what_the_group_has_had_whatever_its_title_is_now() =>
        RuleAssert.Rejects(Rule, RejectReason.PostedRecently, Some.Deal("1", title: "another title"), Scope);
}
