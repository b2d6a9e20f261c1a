namespace DealBot.Contracts;

/// <summary>
/// Speaks to one chat platform. Members are safe to call from many threads. <see cref="SendAsync"/> turns every outcome it can
/// foresee into a <see cref="SendResult"/>; the caller treats an exception as <see cref="SendResult.Unknown"/>.
/// </summary>
public interface IMessagingAdapter
{
    /// <summary>Name in the configuration, for example <c>wecom</c>.</summary>
    string Name { get; }

    /// <summary>What the platform allows.</summary>
    AdapterLimits Limits { get; }

    /// <summary>What one address is allowed, where that differs from <see cref="Limits"/>: an owner may hold a robot below the platform's limit.</summary>
    AdapterLimits LimitsFor(string address) => Limits;

    /// <summary>Whether the address is one that the adapter's configuration knows.</summary>
    bool Knows(string address);

    /// <summary>Sends one message, once: no retries inside, since only the caller knows what a repetition would mean.</summary>
    Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken);

    /// <summary>Tries what can be tried without posting and names each fault; empty if all is well.</summary>
    Task<IReadOnlyList<AccountFault>> TestAsync(string address, CancellationToken cancellationToken);
}
