namespace DealBot.Contracts;

/// <summary>
/// An adapter that fetches what happens in its chats over a connection of its own (long poll, WebSocket, stream) implements this beside
/// <see cref="IMessagingAdapter"/>. Nobody calls it unless the bot or membership is switched on for one of its groups.
/// </summary>
public interface IChatListener
{
    /// <summary>Listens until cancelled: reconnects by itself, with growing pauses, and ends only by cancellation or where trying again is useless.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="ChatListenerException">Trying again is useless until the owner changes something.</exception>
    Task ListenAsync(IChatEvents events, CancellationToken cancellationToken);
}
