using DealBot.Contracts;
using DealBot.Core.Links;

namespace DealBot.Core.Posting;

/// <summary>The questions to one account of a network, some at once.</summary>
internal sealed class RecheckLane(IAffiliateNetwork network, RecheckSettings settings, TimeProvider time) : IDisposable
{
    // Real time, since a socket does not wait faster because a rehearsal does.
    private readonly NetworkLane _lane = new(network, new LanePatience(settings.Patience, TimeProvider.System), time);

    private readonly SemaphoreSlim _places = new(settings.Parallelism);

    /// <summary>Asks the network, unless it is left alone. Faults of the network are answers that tell nothing.</summary>
    public async Task<DealCheck> AskAsync(Deal deal)
    {
        await _places.WaitAsync().ConfigureAwait(false);
        try
        {
            return await _lane.CallAsync(token => network.RecheckAsync(deal, token), CancellationToken.None).ConfigureAwait(false);
        }
        catch (NetworkException exception)
        {
            return new DealCheck.NotTold(exception.Reason);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
