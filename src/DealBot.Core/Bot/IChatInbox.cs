namespace DealBot.Core.Bot;

/// <summary>
/// Remembers which events of chats were seen, so that one that is delivered again changes nothing, also after a restart. Of what people
/// write only requests to the bot are kept, and their words only until they are dealt with.
/// </summary>
public interface IChatInbox
{
    /// <summary>Whether an event was seen.</summary>
    Task<bool> KnowsAsync(ChatKey key, CancellationToken cancellationToken);

    /// <summary>Keeps a request.</summary>
    /// <returns>False if the event was seen before; nothing is changed then.</returns>
    Task<bool> KeepAsync(ChatRequest request, CancellationToken cancellationToken);

    /// <summary>Counts members who came or left, for every group of the chat, in one transaction with the event's id.</summary>
    /// <param name="key">The event.</param>
    /// <param name="at">When.</param>
    /// <param name="days">The groups of the chat, each with its local day.</param>
    /// <param name="joined">How many came.</param>
    /// <param name="gone">How many left.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False if the event was seen before; nothing is changed then.</returns>
    Task<bool> CountAsync(
        ChatKey key, DateTimeOffset at, IReadOnlyList<(string GroupId, DateOnly Day)> days, int joined, int gone, CancellationToken cancellationToken);

    /// <summary>Requests that are not dealt with yet, oldest first.</summary>
    Task<IReadOnlyList<ChatRequest>> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Notes that a request is dealt with, and forgets its words and who wrote them.</summary>
    Task DoneAsync(ChatKey key, CancellationToken cancellationToken);

    /// <summary>
    /// The post that a request to skip the next one means: the group's next one that the plan has laid and nobody prepared yet. Asked again
    /// for the same request, as after a crash, it is the same post.
    /// </summary>
    /// <returns>The post; null if there is none.</returns>
    Task<ClaimedSlot?> ClaimNextAsync(ChatKey key, string groupId, CancellationToken cancellationToken);

    /// <summary>
    /// The post that a request to post something makes: the first of those proposed that is not there yet and that no other request means. Asked
    /// again for the same request, as after a crash, it is the same one.
    /// </summary>
    /// <param name="key">The request.</param>
    /// <param name="postIds">Ids that the post may have.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>One of the ids; null if none is left.</returns>
    Task<string?> ClaimPostAsync(ChatKey key, IReadOnlyList<string> postIds, CancellationToken cancellationToken);
}
