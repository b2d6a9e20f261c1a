namespace DealBot.Core.Posting;

/// <summary>Reads what posts that wait say of their deals.</summary>
public interface IWaitingDeals
{
    /// <summary>The deals of a post of which nothing was sent yet; none once a message has been handed over.</summary>
    Task<IReadOnlyList<WaitingDeal>> OfAsync(string postId, CancellationToken cancellationToken);
}
