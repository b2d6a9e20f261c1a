namespace DealBot.Core.Clicks;

/// <summary>Finds links by code. Links are kept by the outbox, in the transaction that plans their post.</summary>
public interface ILinkStore
{
    Task<TrackedLink?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>Finds some hundred links with one question. Codes that there are not are left out.</summary>
    Task<IReadOnlyList<TrackedLink>> FindAllAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken);
}
