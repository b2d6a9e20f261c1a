namespace DealBot.Contracts;

/// <summary>
/// An adapter that can find out whether a message arrived, implements this beside <see cref="IMessagingAdapter"/>. It is asked about a message
/// whose sending ended without a clear answer, once nobody is sending it any more; only what it proves is sent again by itself.
/// </summary>
public interface IDeliveryProof
{
    /// <summary>Whether the message is in the chat. The caller treats an exception as <see cref="DeliveryProof.Unknowable"/>.</summary>
    Task<DeliveryProof> ProveAsync(SendRequest request, CancellationToken cancellationToken);
}
