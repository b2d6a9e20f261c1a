using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection;

/// <summary>
/// Chooses deals for a slot: rules, then scores, then a pass that keeps a slot from being five kinds of tissue. Not for several threads with one scope.
/// </summary>
public sealed class DealSelector(IReadOnlyList<ISelectionRule> rules)
{
    /// <summary>Alternatives ranked for each deal wanted, in case links can't be converted.</summary>
    private const int Alternatives = 4;

    private readonly ISelectionRule[] _quick = [.. rules.Where(rule => !rule.IsCostly)];
    private readonly ISelectionRule[] _costly = [.. rules.Where(rule => rule.IsCostly)];

    public DealSelection Select(IReadOnlyList<CatalogEntry> entries, SelectionScope scope)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(scope);
        var rejections = new Dictionary<RejectReason, int>();
        var fit = new Candidates(scope);
        foreach (var entry in entries)
        {
            if (!scope.LeftOut.Contains(entry.Deal.Key) && !IsTurnedDown(_quick, entry, scope, rejections))
            {
                fit.Add(entry);
            }
        }

        return new DealSelection(Rank(fit, scope, rejections), entries.Count, rejections);
    }

    /// <summary>Asks every rule in turn; null if all accept.</summary>
    public RuleOutcome.Reject? Ask(CatalogEntry entry, SelectionScope scope) => Ask(_quick, entry, scope) ?? Ask(_costly, entry, scope);

    private static RuleOutcome.Reject? Ask(ISelectionRule[] rules, CatalogEntry entry, SelectionScope scope)
    {
        foreach (var rule in rules)
        {
            if (Ask(rule, entry, scope) is RuleOutcome.Reject reject)
            {
                return reject;
            }
        }

        return null;
    }

    private static bool IsTurnedDown(ISelectionRule[] rules, CatalogEntry entry, SelectionScope scope, Dictionary<RejectReason, int> rejections)
    {
        if (Ask(rules, entry, scope) is not { } reject)
        {
            return false;
        }

        rejections[reject.Reason] = rejections.GetValueOrDefault(reject.Reason) + 1;
        return true;
    }

    private static RuleOutcome Ask(ISelectionRule rule, CatalogEntry entry, SelectionScope scope)
    {
        try
        {
            return rule.Check(entry, scope);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Rules may come from outside; one that throws must not stop a group's day.
            var text = new Phrase($"规则 {rule.GetType().Name} 出错：{exception.Message}", $"rule {rule.GetType().Name} threw: {exception.Message}");
            return RuleOutcome.Rejects(RejectReason.RuleFailed, entry, scope, (_, _) => text);
        }
    }

    /// <summary>Takes the best again and again; after each, its category counts for less, and what is like it is passed over.</summary>
    private List<Pick> Rank(Candidates fit, SelectionScope scope, Dictionary<RejectReason, int> rejections)
    {
        var ranked = new List<Pick>();
        var most = scope.Slot.Plan.Deals * (1 + Alternatives);
        while (ranked.Count < most && fit.TakeBest() is { } best)
        {
            if (!IsTurnedDown(_costly, best.Entry, scope, rejections) && !ranked.Exists(pick => IsLike(pick.Entry, best.Entry)))
            {
                ranked.Add(best);
                fit.Chose(best.Entry);
            }
        }

        return ranked;
    }

    private static bool IsLike(CatalogEntry entry, CatalogEntry other) =>
        (entry.Deal.MainSkuId is { } style && style == other.Deal.MainSkuId) || entry.Shingles.IsNearlyThatOf(other.Shingles);
}
