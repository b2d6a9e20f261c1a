using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>Puts right what a crash or a broken answer left behind.</summary>
public interface IPostRecovery
{
    /// <summary>
    /// Ends every lease, whenever it would have ended. Only for the start of the one service that may use the database: what was only taken
    /// up is planned again, what was being sent becomes unknown.
    /// </summary>
    Task EndLeasesAsync(CancellationToken cancellationToken);

    /// <summary>Unknown posts that nobody looked into yet.</summary>
    Task<IReadOnlyList<UnknownPost>> UnknownAsync(CancellationToken cancellationToken);

    /// <summary>Records what the adapter proved: the message counts as sent, or is planned again.</summary>
    /// <returns>False if the post is no longer unknown.</returns>
    Task<bool> SettleAsync(UnknownPost post, DeliveryProof proof, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Notes that the owner was told.</summary>
    Task ReviewedAsync(string postId, CancellationToken cancellationToken);
}
