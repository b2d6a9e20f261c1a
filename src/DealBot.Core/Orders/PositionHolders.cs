using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>Who holds and held which position. There are few, so all are kept in memory and read again every few seconds: a command beside the service allots too.</summary>
public sealed class PositionHolders(IPositionStore store, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    /// <summary>The network's clock may be behind ours, so that an order seems older than the link it came by.</summary>
    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(10);

    private State? _state;

    /// <summary>The group that held a position at a moment, or held it last before; null if none had.</summary>
    public async ValueTask<string?> HolderAsync(string network, string account, string position, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // Between two holders lies the quarantine, so whoever held it last is the one whose late orders come.
        var allotments = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return allotments[(network, account)].LastOrDefault(allotment => allotment.Position == position && allotment.From <= at + ClocksApart)?.GroupId;
    }

    /// <summary>What groups hold now of an account's positions.</summary>
    public async ValueTask<IReadOnlyList<PositionAllotment>> HeldAsync(IAffiliateNetwork network, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(network);
        var allotments = await ReadAsync(cancellationToken).ConfigureAwait(false);
        return [.. allotments[(network.Name, network.Account)].Where(allotment => allotment.Until is null)];
    }

    /// <summary>Reads anew at the next question.</summary>
    public void Forget() => Volatile.Write(ref _state, null);

    private async ValueTask<ILookup<(string Network, string Account), PositionAllotment>> ReadAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _state) is { } state && time.GetElapsedTime(state.ReadAt) < Fresh)
        {
            return state.Allotments;
        }

        var readAt = time.GetTimestamp();
        var allotments = (await store.ListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(allotment => (allotment.Network, allotment.Account));
        Volatile.Write(ref _state, new State(readAt, allotments));
        return allotments;
    }

    private sealed record State(long ReadAt, ILookup<(string Network, string Account), PositionAllotment> Allotments);
}
