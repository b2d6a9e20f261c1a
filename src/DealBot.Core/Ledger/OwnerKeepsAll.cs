namespace DealBot.Core.Ledger;

/// <summary>The terms where nothing is shared.</summary>
public sealed class OwnerKeepsAll : ICommissionTerms
{
    /// <inheritdoc />
    public ValueTask<CommissionTerms> ForAsync(string? ownerId, string? groupId, DateTimeOffset orderedAt, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CommissionTerms(ownerId));
}
