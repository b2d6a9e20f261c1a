namespace DealBot.Core.Clicks;

/// <summary>Finds links by code. Links are kept by the outbox, in the transaction that plans their post.</summary>
public interface ILinkStore
{
    Task<TrackedLink?> FindAsync(string code, CancellationToken cancellationToken);
}
