namespace DealBot.Contracts;

/// <summary>
/// An adapter whose platform delivers what happens in its chats by HTTP implements this beside <see cref="IMessagingAdapter"/>. The host serves
/// <c>/callback/{adapter}/{endpoint}</c>, keeps bodies within <see cref="CallbackRequest.MaxBytes"/>, and limits the rate of callers.
/// </summary>
public interface ICallbackReceiver
{
    /// <summary>The last parts of the paths that the adapter's settings name; empty if none is set up.</summary>
    IReadOnlyCollection<string> Endpoints { get; }

    /// <summary>
    /// Answers one call: verifies it, tells what it brings, and only then answers, so that what was not taken is delivered again. A call that
    /// is forged, too old or seen before is answered without telling anything. The caller answers 500 for an exception.
    /// </summary>
    Task<CallbackReply> ReceiveAsync(CallbackRequest request, IChatEvents events, CancellationToken cancellationToken);
}
