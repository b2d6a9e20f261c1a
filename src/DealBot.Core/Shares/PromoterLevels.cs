using System.Collections.Concurrent;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>Which level a promoter has in a month: fixed when the month begins, so that no order changes the rate of the order before.</summary>
public sealed class PromoterLevels(IPromoterSales sales, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string PromoterId, LedgerMonth Month), Money> _known = [];

    /// <summary>The level of a promoter of an owner's in a month.</summary>
    public async ValueTask<ShareLevel> OfAsync(ShareRules rules, Promoter promoter, LedgerMonth month, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(promoter);

        // Where nobody rises by sales, the books need not be asked.
        var own = rules.Settings.Levels.Skip(1).Any(level => level.FromSales is not null)
            ? await SalesAsync(promoter.Id, month, cancellationToken).ConfigureAwait(false)
            : Money.Zero;
        return Of(rules.Settings.Levels, promoter.Level, own);
    }

    /// <summary>What a promoter had sold when a month began.</summary>
    public async ValueTask<Money> SalesAsync(string promoterId, LedgerMonth month, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue((promoterId, month), out var known))
        {
            return known;
        }

        var sold = await sales.BeforeAsync(promoterId, month, cancellationToken).ConfigureAwait(false);
        if (HasBegun(month))
        {
            _known[(promoterId, month)] = sold;
        }

        return sold;
    }

    /// <summary>Whether a month has begun, by our clock: the network's may be a little ahead, and until then sales may still be booked.</summary>
    public bool HasBegun(LedgerMonth month) => month.Start <= time.GetUtcNow();

    /// <summary>The highest level that sales reach, but not below the one that the promoter began with.</summary>
    public static ShareLevel Of(IReadOnlyList<ShareLevel> levels, string? start, Money sales)
    {
        ArgumentNullException.ThrowIfNull(levels);
        var reached = 0;
        for (var index = 1; index < levels.Count; index++)
        {
            if (levels[index].Name == start || (levels[index].FromSales is { } from && from <= sales))
            {
                reached = index;
            }
        }

        return levels[reached];
    }
}
