using DealBot.Contracts;

namespace DealBot.Adapters.Tests;

/// <summary>An adapter with the platform it speaks to, as <see cref="MessagingAdapterContract"/> needs them.</summary>
public abstract class AdapterStage : IAsyncDisposable
{
    public abstract IMessagingAdapter Adapter { get; }

    /// <summary>An address that the adapter knows.</summary>
    public abstract string Known { get; }

    /// <summary>An address that it does not know.</summary>
    public abstract string Unknown { get; }

    /// <summary>Calls that reached the platform, refused ones included.</summary>
    public abstract int Calls { get; }

    /// <summary>What the platform took at the known address, oldest first.</summary>
    public abstract IReadOnlyList<OutgoingMessage> Delivered();

    /// <summary>Lets the next call meet a fault.</summary>
    /// <returns>The adapter that meets it; null if its platform can't have that fault.</returns>
    public virtual IMessagingAdapter? Meet(PlatformFault fault) => null;

    public abstract ValueTask DisposeAsync();
}
