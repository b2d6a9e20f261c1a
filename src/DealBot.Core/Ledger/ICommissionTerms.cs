namespace DealBot.Core.Ledger;

/// <summary>Knows by which terms an order's commission is divided.</summary>
public interface ICommissionTerms
{
    /// <summary>The terms of an order: the same for every version of it, so that what is taken back is what was given.</summary>
    /// <param name="ownerId">Whose account it came through; null if nobody's.</param>
    /// <param name="groupId">The group it is traced to; null if to none.</param>
    /// <param name="orderedAt">When it was ordered.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<CommissionTerms> ForAsync(string? ownerId, string? groupId, DateTimeOffset orderedAt, CancellationToken cancellationToken);
}
