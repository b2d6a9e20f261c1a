namespace DealBot.Core.Ledger;

/// <summary>
/// The books. Nothing posted is ever changed. What orders post is posted in the transaction that books them; the rest comes through
/// <see cref="PostAsync"/>.
/// </summary>
public interface ILedgerStore
{
    /// <summary>Movements of every account by month, from the roll-up: what this costs does not depend on how many orders there are.</summary>
    /// <param name="until">The last month asked for; null for all.</param>
    /// <param name="party">Only accounts of such a party; null for all.</param>
    /// <param name="id">Only accounts of this id; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>By party, id, stage and month; accounts and months without movement are left out.</returns>
    Task<IReadOnlyList<LedgerMovement>> MovementsAsync(LedgerMonth? until, LedgerParty? party, string? id, CancellationToken cancellationToken);

    /// <summary>Every entry of a party's accounts in a month, in the order of booking.</summary>
    Task<IReadOnlyList<LedgerLine>> LinesAsync(LedgerParty party, string id, LedgerMonth month, CancellationToken cancellationToken);

    /// <summary>Posts a transaction that comes from no order.</summary>
    /// <returns>False if one of this kind and reference is posted already; then nothing is done.</returns>
    /// <exception cref="ArgumentException">It does not sum to zero.</exception>
    Task<bool> PostAsync(LedgerTransaction transaction, CancellationToken cancellationToken);
}
