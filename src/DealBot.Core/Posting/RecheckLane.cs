using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>The questions to one account of a network: some at once, and none for a while after it did not answer.</summary>
internal sealed class RecheckLane(IAffiliateNetwork network, RecheckSettings settings, TimeProvider time) : IDisposable
{
    /// <summary>A network that hangs would otherwise take its time from every slot.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);

    private static readonly Phrase Resting = new("联盟刚才没有应答，稍后再问", "the network did not answer a moment ago and is asked again later");

    private readonly SemaphoreSlim _places = new(settings.Parallelism);

    private long _restsUntil;

    /// <summary>Asks the network, unless it rests. Faults of the network are answers that tell nothing.</summary>
    public async Task<DealCheck> AskAsync(Deal deal)
    {
        await _places.WaitAsync().ConfigureAwait(false);
        using var patience = new CancellationTokenSource(settings.Patience);
        try
        {
            // A network that does not heed the token is not waited for either.
            return IsResting
                ? new DealCheck.NotTold(Resting)
                : await network.RecheckAsync(deal, patience.Token).WaitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (NetworkException exception)
        {
            RestIf(exception.IsTransient);
            return new DealCheck.NotTold(exception.Reason);
        }
        catch (OperationCanceledException)
        {
            RestIf(true);
            return new DealCheck.NotTold(new Phrase($"联盟 {settings.Patience.TotalSeconds:0.#} 秒内没有应答", $"the network did not answer within {settings.Patience.TotalSeconds:0.#} seconds"));
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Within the span only, so that a clock set back by a day does not make it rest for one.</summary>
    private bool IsResting => (Interlocked.Read(ref _restsUntil) - time.GetUtcNow().UtcTicks) is > 0 and var ticks && ticks <= Rest.Ticks;

    private void RestIf(bool isDown)
    {
        if (isDown)
        {
            Interlocked.Exchange(ref _restsUntil, (time.GetUtcNow() + Rest).UtcTicks);
        }
    }

    public void Dispose() => _places.Dispose();
}
