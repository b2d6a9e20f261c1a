namespace DealBot.Contracts;

/// <summary>Takes what happens in chats.</summary>
public interface IChatEvents
{
    /// <summary>
    /// Takes one event. When it returns, the event is dealt with, or on record to be: the platform may be told so. An event of the same
    /// <see cref="ChatEvent.EventId"/> and address that comes again, also after a restart, changes nothing.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    ValueTask TakeAsync(ChatEvent chatEvent, CancellationToken cancellationToken);
}
