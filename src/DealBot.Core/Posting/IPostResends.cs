namespace DealBot.Core.Posting;

/// <summary>Lets an owner have a post sent again.</summary>
public interface IPostResends
{
    /// <summary>Posts planned since a moment that can be sent again, by that moment.</summary>
    Task<IReadOnlyList<ResendablePost>> ListAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The post of that id; null if there is none.</summary>
    Task<ResendablePost?> FindAsync(string postId, CancellationToken cancellationToken);

    /// <summary>Plans what was not sent of it again, whatever kept it back, and counts it.</summary>
    /// <returns>False if the post is not in a state that allows it, or was sent again by another call just now.</returns>
    Task<bool> ResendAsync(ResendablePost post, DateTimeOffset now, DateTimeOffset expiresAt, CancellationToken cancellationToken);
}
