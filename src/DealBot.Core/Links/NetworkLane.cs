using DealBot.Contracts;

namespace DealBot.Core.Links;

/// <summary>
/// The calls of one kind to one account, conversions for example. Each has a time limit, and an account that gave no answer is left alone: a
/// minute, then twice as long each time, at most five. Then one call tries it, and only that one: a network that hangs holds up one slot at a
/// time, and the others post deals of other networks meanwhile. Kinds of calls don't share a lane, since networks limit them one by one. A
/// restart forgets it.
/// </summary>
/// <param name="network">The account.</param>
/// <param name="patience">How long an answer may take.</param>
/// <param name="time">The clock by which the account is left alone.</param>
public sealed class NetworkLane(IAffiliateNetwork network, LanePatience patience, TimeProvider time)
{
    private static readonly BackOff Pause = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5));

    private readonly Lock _lock = new();
    private NetworkException? _fault;
    private int _faults;
    private DateTimeOffset _closedUntil;
    private bool _isTrying;

    public IAffiliateNetwork Network => network;

    /// <summary>Makes a call, unless the account is left alone.</summary>
    /// <exception cref="NetworkException">There was no answer, now or a moment ago.</exception>
    public Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        bool isTrial;
        lock (_lock)
        {
            isTrial = _fault is not null;
            if (_fault is { } fault)
            {
                if (IsClosed(time.GetUtcNow()) || _isTrying)
                {
                    return Task.FromException<T>(new NetworkException(network.Name, fault.Code, fault.Reason, isTransient: true));
                }

                _isTrying = true;
            }
        }

        return MakeAsync(call, isTrial, cancellationToken);
    }

    /// <summary>Makes a call whether the account is left alone or not; an answer opens it again.</summary>
    /// <exception cref="NetworkException">There was no answer.</exception>
    public Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        MakeAsync(call, isTrial: false, cancellationToken);

    private async Task<T> MakeAsync<T>(Func<CancellationToken, Task<T>> call, bool isTrial, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        using var limit = patience.IsLimited ? new CancellationTokenSource(patience.Limit, patience.Clock) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // Waited for from outside as well: a client that does not heed the token must not hold up the slot.
            var result = await call(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            Ended(fault: null);
            return result;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var fault = TookTooLong();
            Ended(fault);
            throw fault;
        }
        catch (NetworkException exception)
        {
            Ended(exception.IsTransient ? exception : null);
            throw;
        }
        finally
        {
            // A call that was under way before the account was left alone, and ends now, is not the one that tries it.
            lock (_lock)
            {
                _isTrying &= !isTrial;
            }
        }
    }

    private bool IsClosed(DateTimeOffset now) => Pause.Holds(_closedUntil, now);

    private void Ended(NetworkException? fault)
    {
        lock (_lock)
        {
            // Several calls that hung side by side are one sign of trouble, not several.
            var now = time.GetUtcNow();
            _faults = fault is null ? 0 : IsClosed(now) ? _faults : _faults + 1;
            _closedUntil = fault is null ? default : IsClosed(now) ? _closedUntil : now + Pause.After(_faults);
            _fault = fault;
        }
    }

    private NetworkException TookTooLong() => new(
        network.Name,
        "timeout",
        new Phrase(
            $"{network.Name} 账号 {network.Account} {patience.Limit.TotalSeconds:0.#} 秒没有应答",
            $"no answer from {network.Name} account {network.Account} within {patience.Limit.TotalSeconds:0.#} seconds"),
        isTransient: true);
}
