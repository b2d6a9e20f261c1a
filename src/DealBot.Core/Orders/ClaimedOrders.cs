using System.Collections.Concurrent;

namespace DealBot.Core.Orders;

/// <summary>What owners have said of orders, kept in memory: orders come by the thousand, words on them by the dozen.</summary>
public sealed class ClaimedOrders(IOrderClaims store)
{
    private readonly ConcurrentDictionary<(string Network, string RowId), OrderClaim> _last = new();
    private long _known;

    /// <summary>Takes in what was said since, by this process or by a command beside it.</summary>
    /// <returns>The number of the last word known now.</returns>
    public async Task<long> RefreshAsync(CancellationToken cancellationToken)
    {
        var known = Interlocked.Read(ref _known);
        foreach (var claim in await store.SinceAsync(known, cancellationToken).ConfigureAwait(false))
        {
            _last.AddOrUpdate((claim.Network, claim.RowId), claim, (_, before) => before.Id > claim.Id ? before : claim);
            known = claim.Id;
        }

        // Several lanes may do this at once; none takes the mark back. What one reports it has seen.
        for (var before = Interlocked.Read(ref _known); before < known; before = Interlocked.Read(ref _known))
        {
            Interlocked.CompareExchange(ref _known, known, before);
        }

        return known;
    }

    /// <summary>The group that the owner claimed the row for; null if he did not, or took it back.</summary>
    public string? GroupOf(string network, string rowId) => _last.GetValueOrDefault((network, rowId))?.GroupId;
}
