using DealBot.Contracts;

namespace DealBot.ContractKit;

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

    /// <summary>
    /// Body of the last call that reached the platform to post something, as text, with <c>***</c> for what a preview can't show (see
    /// <see cref="WireCall"/>); null if the stage can't tell.
    /// </summary>
    public virtual string? LastBody => null;

    /// <summary>Keys and tokens of the settings, which nothing may show.</summary>
    public virtual IReadOnlyList<string> Secrets => [];

    /// <summary>Lets the next call meet a fault.</summary>
    /// <returns>The adapter that meets it; null if its platform can't have that fault.</returns>
    public virtual IMessagingAdapter? Meet(PlatformFault fault) => null;

    public abstract ValueTask DisposeAsync();
}
