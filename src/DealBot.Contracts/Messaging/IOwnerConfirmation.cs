namespace DealBot.Contracts;

/// <summary>
/// An adapter whose messages a person has to confirm in the platform's client implements this beside <see cref="IMessagingAdapter"/>. It is
/// asked from time to time about every task that <see cref="SendResult.Awaiting"/> named, until it has an end.
/// </summary>
public interface IOwnerConfirmation
{
    /// <summary>How a task stands. The caller treats an exception as <see cref="ConfirmationState.Unknowable"/>.</summary>
    /// <param name="address">Where the message was to go.</param>
    /// <param name="taskId">The platform's id of the task.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<ConfirmationState> AskAsync(string address, string taskId, CancellationToken cancellationToken);
}
