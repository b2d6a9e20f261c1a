using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Selection;

/// <summary>Chooses deals for a slot: rules, then scores, then a pass that keeps a slot from being five kinds of tissue.</summary>
public sealed class DealSelector(IReadOnlyList<ISelectionRule> rules)
{
    /// <summary>Alternatives ranked for each deal wanted, in case links can't be converted.</summary>
    private const int Alternatives = 4;

    public DealSelection Select(IReadOnlyList<CatalogEntry> entries, SelectionScope scope)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(scope);
        var rejections = new Dictionary<RejectReason, int>();
        var fit = new List<Pick>();
        foreach (var entry in entries)
        {
            if (Ask(entry, scope) is RuleOutcome.Reject reject)
            {
                rejections[reject.Reason] = rejections.GetValueOrDefault(reject.Reason) + 1;
            }
            else
            {
                var before = scope.RecentCategories.GetValueOrDefault(entry.Deal.Category);
                fit.Add(new Pick(entry, DealScore.Of(entry, scope, before)));
            }
        }

        return new DealSelection(Rank(fit, scope, scope.Slot.Plan.Deals * (1 + Alternatives)), entries.Count, rejections);
    }

    /// <summary>Asks every rule in turn; null if all accept.</summary>
    public RuleOutcome.Reject? Ask(CatalogEntry entry, SelectionScope scope)
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

    private static RuleOutcome Ask(ISelectionRule rule, CatalogEntry entry, SelectionScope scope)
    {
        try
        {
            return rule.Check(entry, scope);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Rules may come from outside; one that throws must not stop a group's day.
            return RuleOutcome.Rejects(RejectReason.RuleFailed, $"规则 {rule.GetType().Name} 出错：{exception.Message}", $"rule {rule.GetType().Name} threw: {exception.Message}");
        }
    }

    /// <summary>Takes the best again and again; after each, its category counts for less, and what is like it is passed over.</summary>
    private static List<Pick> Rank(List<Pick> fit, SelectionScope scope, int count)
    {
        var ranked = new List<Pick>(count);
        var chosen = new Dictionary<string, int>();
        while (ranked.Count < count && fit.Count > 0)
        {
            var best = fit.MaxBy(pick => (pick.Score.Total, Tie: new Descending(pick.Entry.Deal.Key)))!;
            fit.RemoveAt(fit.FindIndex(pick => ReferenceEquals(pick, best)));
            if (ranked.Exists(pick => IsLike(pick.Entry, best.Entry)))
            {
                continue;
            }

            ranked.Add(best);
            var category = best.Entry.Deal.Category;
            chosen[category] = chosen.GetValueOrDefault(category) + 1;
            Rescore(fit, scope, category, scope.RecentCategories.GetValueOrDefault(category) + chosen[category]);
        }

        return ranked;
    }

    private static void Rescore(List<Pick> fit, SelectionScope scope, string category, int before)
    {
        for (var i = 0; i < fit.Count; i++)
        {
            if (fit[i].Entry.Deal.Category == category)
            {
                fit[i] = fit[i] with { Score = DealScore.Of(fit[i].Entry, scope, before) };
            }
        }
    }

    private static bool IsLike(CatalogEntry entry, CatalogEntry other) =>
        (entry.Deal.MainSkuId is { } style && style == other.Deal.MainSkuId) || entry.Shingles.IsNearlyThatOf(other.Shingles);

    /// <summary>Equal scores fall to the smaller key, so that the same catalog always gives the same choice.</summary>
    private readonly record struct Descending(DealKey Key) : IComparable<Descending>
    {
        public int CompareTo(Descending other) => other.Key.CompareTo(Key);
    }
}
