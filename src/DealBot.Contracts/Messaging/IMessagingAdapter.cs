namespace DealBot.Contracts;

/// <summary>
/// Speaks to one chat platform. Members are safe to call from many threads. <see cref="SendAsync"/> turns every outcome it can
/// foresee into a <see cref="SendResult"/>; the caller treats an exception as <see cref="SendResult.Unknown"/>.
/// </summary>
/// <remarks>
/// An adapter that can do more implements further interfaces beside this one: <see cref="IDeliveryProof"/>, <see cref="IOwnerConfirmation"/>,
/// <see cref="IChatListener"/>, <see cref="ICallbackReceiver"/>, <see cref="IGroupRoster"/>.
/// </remarks>
public interface IMessagingAdapter
{
    /// <summary>Name in the configuration, for example <c>wecom</c>.</summary>
    string Name { get; }

    /// <summary>What the platform allows.</summary>
    AdapterLimits Limits { get; }

    /// <summary>What one address is allowed, where that differs from <see cref="Limits"/>: an owner may hold a robot below the platform's limit.</summary>
    AdapterLimits LimitsFor(string address) => Limits;

    /// <summary>
    /// The account that posts to an address. Quotas, refusals and blocks hold for the account: of a bot in many groups it is the bot. Where each
    /// address is an account of its own, as with a group's robot, it is the address.
    /// </summary>
    string AccountOf(string address) => address;

    /// <summary>Whether the address is one that the adapter's configuration knows.</summary>
    bool Knows(string address);

    /// <summary>Sends one message, once: no retries inside, since only the caller knows what a repetition would mean.</summary>
    Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Why <see cref="SendAsync"/> would refuse a message without asking the platform: it is too long, of a kind that is not taken, or for an address
    /// that nobody knows. Null if it would make the call. Calls nobody.
    /// </summary>
    SendResult.Rejected? Refuse(SendRequest request) => null;

    /// <summary>What <see cref="SendAsync"/> would put on the wire, call by call, without calling anybody; secrets as <c>***</c>. Empty if the adapter can't say.</summary>
    IReadOnlyList<WireCall> Preview(SendRequest request) => [];

    /// <summary>Tries what can be tried without posting, and names each fault.</summary>
    Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken);
}
