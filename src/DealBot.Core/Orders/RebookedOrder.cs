using DealBot.Core.Ledger;

namespace DealBot.Core.Orders;

/// <summary>How a row is to be booked.</summary>
/// <param name="Versions">What it was worked out from.</param>
/// <param name="Row">What it comes to.</param>
public sealed record RebookedOrder(OrderVersions Versions, AttributedOrder Row)
{
    /// <summary>Why it is booked anew: the ledger posts the difference under this.</summary>
    public LedgerKind Cause { get; init; } = LedgerKind.Recount;
}
