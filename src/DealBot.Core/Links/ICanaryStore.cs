namespace DealBot.Core.Links;

/// <summary>Keeps over restarts what test links have shown.</summary>
public interface ICanaryStore
{
    /// <summary>Every account ever tried, by network and name.</summary>
    Task<IReadOnlyList<CanaryState>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a state in place of the account's one before.</summary>
    Task KeepAsync(CanaryState state, CancellationToken cancellationToken);
}
