using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Configuration;
using DealBot.Core.Scheduling;
using DealBot.Core.Selection;

namespace DealBot.Core.Bot;

/// <summary>Finds deals for a member: in the catalog, and if it has none, at the owner's networks.</summary>
public sealed class DealFinder(DealCatalog catalog, DealSelector selector, NetworkSearch networks, LiveConfiguration configuration)
{
    private static readonly DealSelection Nothing = new([], 0, SelectionReport.None.Rejections);

    /// <summary>Deals for a keyword that the group's filters let through. What the group was posted before is not held against them: the member asks.</summary>
    public async Task<FoundDeals> FindAsync(Slot slot, string keyword, CancellationToken cancellationToken)
    {
        if (KeywordMatch.Of(keyword) is not { } match)
        {
            return new FoundDeals(Nothing, IsExact: false);
        }

        var scope = Scope(slot);
        foreach (var fits in new Func<Deal, bool>[] { match.IsWhole, match.IsNear })
        {
            if (Select([.. catalog.Entries.Where(entry => fits(entry.Deal))], scope) is { Ranked.Count: > 0 } known)
            {
                return new FoundDeals(known, IsExact: false);
            }
        }

        var listed = await networks.ByKeywordAsync(slot.Group, keyword, cancellationToken).ConfigureAwait(false);
        return new FoundDeals(Select([.. listed.Where(match.IsNear).Select(CatalogEntry.Of)], scope), IsExact: false);
    }

    /// <summary>
    /// The item that a shared text names. Its price and commission are not held against it, since the member wants this one; words and
    /// categories that the owner excludes are.
    /// </summary>
    public async Task<FoundDeals> LookUpAsync(Slot slot, string text, CancellationToken cancellationToken)
    {
        var scope = Scope(Open(slot), anyWord: true);
        var named = DealKey.TryParse(text, out var key) && !text.Contains("//", StringComparison.Ordinal) ? [key] : networks.ItemsIn(text);
        foreach (var item in named)
        {
            if (Known(item) is { } entry)
            {
                return new FoundDeals(Select([entry], scope), IsExact: true);
            }

            if (await networks.ItemAsync(slot.Group, item, cancellationToken).ConfigureAwait(false) is { } deal && IsItem(deal, item))
            {
                return new FoundDeals(Select([CatalogEntry.Of(deal)], scope), IsExact: true);
            }
        }

        var shared = SharedItem.Of(text);
        var found = await LookUpAsync(slot, scope, shared, hasItem: named.Count > 0, cancellationToken).ConfigureAwait(false);
        return found with { MeansOneItem = named.Count > 0 || shared.MeansOneItem };
    }

    private async Task<FoundDeals> LookUpAsync(Slot slot, SelectionScope scope, SharedItem shared, bool hasItem, CancellationToken cancellationToken)
    {
        if (shared.Link is { } link && !hasItem)
        {
            // A short link: the network alone knows what it leads to. More than one item, or one that has nothing of the words around it, means that a
            // network took the link for mere words.
            var listed = await networks.ByKeywordAsync(slot.Group, link, cancellationToken).ConfigureAwait(false);
            if (listed is [var only] && KeywordMatch.Of(shared.Words)?.IsNear(only) != false)
            {
                return new FoundDeals(Select([CatalogEntry.Of(only)], scope), IsExact: true);
            }
        }

        if (KeywordMatch.Of(shared.Words) is not { } match)
        {
            return new FoundDeals(Nothing, IsExact: false);
        }

        var known = Select([.. catalog.Entries.Where(entry => match.IsNear(entry.Deal))], scope);
        if (known.Ranked.Count > 0)
        {
            return new FoundDeals(known, IsExact: false);
        }

        var found = await networks.ByKeywordAsync(slot.Group, shared.Words, cancellationToken).ConfigureAwait(false);
        return new FoundDeals(Select([.. found.Where(match.IsNear).Select(CatalogEntry.Of)], scope), IsExact: false);
    }

    private CatalogEntry? Known(DealKey item) =>
        catalog.Find(item) ?? catalog.Entries.FirstOrDefault(entry => IsItem(entry.Deal, item));

    private static bool IsItem(Deal deal, DealKey item) => deal.Key.Network == item.Network && (deal.Key.ItemId == item.ItemId || deal.SkuId == item.ItemId);

    private DealSelection Select(IReadOnlyList<CatalogEntry> entries, SelectionScope scope) => entries.Count == 0 ? Nothing : selector.Select(entries, scope);

    private SelectionScope Scope(Slot slot, bool anyWord = false)
    {
        var current = configuration.Current;
        return new SelectionScope(slot, anyWord ? current.Selection with { AdLawWords = [] } : current.Selection, [], new Dictionary<DealKey, int>())
        {
            Networks = current.FindOwner(slot.Group.Owner)?.NetworkAccounts.Keys.ToHashSet() ?? [],
        };
    }

    private static Slot Open(Slot slot) => slot with
    {
        Plan = slot.Plan with
        {
            Audience = slot.Plan.Audience with { OtherCategories = 1, Categories = new Dictionary<string, double>() },
            Filter = new DealFilter
            {
                MinPrice = Money.Zero,
                MaxPrice = new Money(long.MaxValue),
                MinCommissionPercent = new Rate(0),
                MinCommission = Money.Zero,
                MinGoodReviewsPercent = new Rate(0),
                CouponHours = 0,
                RepeatDays = 0,
                Categories = [],
                ExcludedCategories = slot.Plan.Filter.ExcludedCategories,
                ExcludedWords = slot.Plan.Filter.ExcludedWords,
            },
        },
    };
}
