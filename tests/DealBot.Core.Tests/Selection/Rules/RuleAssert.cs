using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Selection;

namespace DealBot.Core.Tests.Selection.Rules;

/// <summary>Asks one rule of one deal.</summary>
internal static class RuleAssert
{
    public static void Accepts(ISelectionRule rule, Deal deal, DealFilter? filter = null) => Accepts(rule, deal, Some.Scope(filter ?? new DealFilter()));

    public static void Accepts(ISelectionRule rule, Deal deal, SelectionScope scope) =>
        Assert.That(rule.Check(Some.Entry(deal), scope), Is.InstanceOf<RuleOutcome.Accept>());

    public static void Rejects(ISelectionRule rule, RejectReason reason, Deal deal, DealFilter? filter = null) =>
        Rejects(rule, reason, deal, Some.Scope(filter ?? new DealFilter()));

    public static void Rejects(ISelectionRule rule, RejectReason reason, Deal deal, SelectionScope scope)
    {
        var outcome = rule.Check(Some.Entry(deal), scope);

        Assert.That(outcome, Is.InstanceOf<RuleOutcome.Reject>());
        var reject = (RuleOutcome.Reject)outcome;
        Assert.That(reject.Reason, Is.EqualTo(reason));
        Assert.That(reject.Text.Zh, Does.Match(@"\p{IsCJKUnifiedIdeographs}"));
        Assert.That(reject.Text.En, Is.Not.Empty);
    }
}
