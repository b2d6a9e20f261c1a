using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>Tasks that a person has to confirm in the platform's own client. Every member that writes is one transaction.</summary>
public interface IPostConfirmations
{
    /// <summary>Every message that waits for it, the oldest first.</summary>
    Task<IReadOnlyList<AwaitingMessage>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Notes that the owner was told of posts.</summary>
    Task ToldAsync(IReadOnlyCollection<string> postIds, CancellationToken cancellationToken);

    /// <summary>Records that a message was confirmed and is in the chat. Its post is sent once all of its messages are.</summary>
    /// <returns>False if it no longer waits.</returns>
    Task<bool> ConfirmAsync(AwaitingMessage message, DateTimeOffset sentAt, CancellationToken cancellationToken);

    /// <summary>Records that a task ended without being delivered. Its post has failed once none of its messages waits any more.</summary>
    /// <returns>False if it no longer waits.</returns>
    Task<bool> EndAsync(AwaitingMessage message, Phrase reason, CancellationToken cancellationToken);

    /// <summary>Records that nobody can tell any more what became of a task.</summary>
    /// <returns>False if it no longer waits.</returns>
    Task<bool> LoseAsync(AwaitingMessage message, Phrase reason, CancellationToken cancellationToken);
}
