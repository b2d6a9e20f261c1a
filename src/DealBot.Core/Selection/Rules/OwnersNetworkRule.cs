using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection.Rules;

/// <summary>The owner has an account with the network: without one there is no link, however good the deal.</summary>
public sealed class OwnersNetworkRule : ISelectionRule
{
    public RuleOutcome Check(CatalogEntry entry, SelectionScope scope) => scope.Networks is { } networks && !networks.Contains(entry.Deal.Key.Network)
        ? RuleOutcome.Rejects(RejectReason.NoAccount, entry, scope, Say)
        : RuleOutcome.Accepts;

    private static Phrase Say(CatalogEntry entry, SelectionScope scope) =>
        new($"群主没有 {entry.Deal.Key.Network} 的账号", $"the owner has no account with {entry.Deal.Key.Network}");
}
