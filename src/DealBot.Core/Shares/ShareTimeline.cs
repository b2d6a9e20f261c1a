using System.Collections.Concurrent;
using DealBot.Core.Configuration;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>The owners' rules through time, with the terms that were worked out of them: thousands of orders ask for the same few.</summary>
public sealed class ShareTimeline
{
    private readonly ILookup<string, ShareEpoch> _byOwner;
    private readonly ConcurrentDictionary<(long Epoch, string GroupId, int Month), CommissionTerms> _terms = [];

    /// <param name="configuration">The configuration of which all is noted.</param>
    /// <param name="epochs">In the order of noting.</param>
    public ShareTimeline(DealBotConfiguration configuration, IReadOnlyList<ShareEpoch> epochs)
    {
        Configuration = configuration;

        // The latest first. A clock that went back may have noted an earlier moment later: what was noted last holds.
        _byOwner = epochs.OrderByDescending(epoch => epoch.Number).ToLookup(epoch => epoch.OwnerId, StringComparer.Ordinal);
    }

    /// <summary>The configuration of which all is noted.</summary>
    public DealBotConfiguration Configuration { get; }

    /// <summary>The rules that hold for what an owner's groups sell at a moment; null if nothing was noted for it.</summary>
    public ShareEpoch? At(string ownerId, DateTimeOffset moment)
    {
        foreach (var epoch in _byOwner[ownerId])
        {
            if (epoch.EffectiveAt <= moment)
            {
                return epoch;
            }
        }

        return null;
    }

    /// <summary>Every promoter that there is or was, by what was said of him last, with his owner.</summary>
    public IReadOnlyList<(string OwnerId, Promoter Promoter)> Promoters() =>
    [
        .. _byOwner.SelectMany(epochs => epochs)
            .OrderByDescending(epoch => epoch.Number)
            .SelectMany(epoch => epoch.Rules.Settings.Promoters, (epoch, promoter) => (epoch.OwnerId, Promoter: promoter))
            .DistinctBy(known => known.Promoter.Id)
            .OrderBy(known => known.OwnerId, StringComparer.Ordinal)
            .ThenBy(known => known.Promoter.Id, StringComparer.Ordinal),
    ];

    internal CommissionTerms? Find(ShareEpoch epoch, string? groupId, LedgerMonth month) => _terms.GetValueOrDefault((epoch.Number, groupId ?? "", month.Number));

    internal CommissionTerms Keep(ShareEpoch epoch, string? groupId, LedgerMonth month, CommissionTerms terms) =>
        _terms.GetOrAdd((epoch.Number, groupId ?? "", month.Number), terms);
}
