namespace DealBot.Core.Notices;

/// <summary>Keeps notices over restarts, those told as well: digests repeat them.</summary>
public interface INoticeStore
{
    /// <summary>Keeps a notice to an owner. One of the same kind and subject that no post tells yet is replaced and counted.</summary>
    Task KeepAsync(string ownerId, Notice notice, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Owners with something still to be told, and when they were last told anything; null if never.</summary>
    Task<IReadOnlyList<(string OwnerId, DateTimeOffset? LastTold)>> WaitingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The notices that the next post to an owner tells, oldest first. They belong to that post from now on: asked again before
    /// <see cref="ToldAsync"/>, as after a crash, the same ones come back under the same post.
    /// </summary>
    Task<IReadOnlyList<KeptNotice>> ClaimAsync(string ownerId, string postId, int max, CancellationToken cancellationToken);

    /// <summary>The post is in the outbox, which sees to the rest.</summary>
    Task ToldAsync(string postId, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Notices to an owner that were last the case within the span, from the first moment up to but not including the second, by time.</summary>
    Task<IReadOnlyList<KeptNotice>> ListAsync(string ownerId, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken);
}
