using DealBot.Core.Ledger;

namespace DealBot.Tests.Shared;

/// <summary>The terms where nothing is shared.</summary>
internal sealed class OwnerKeepsAll : ICommissionTerms
{
    /// <inheritdoc />
    public ValueTask<CommissionTerms> ForAsync(string? ownerId, string? groupId, DateTimeOffset orderedAt, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CommissionTerms(ownerId));
}
