using DealBot.Contracts;

namespace DealBot.Core.Ledger;

/// <summary>One entry of a party's account, with the transaction that it is part of.</summary>
/// <param name="TransactionId">The transaction; they count up in the order of booking.</param>
/// <param name="Kind">What it comes from.</param>
/// <param name="BookedAt">When it was booked.</param>
/// <param name="Month">The month it is booked in.</param>
/// <param name="Entry">The account, and what it got or gave.</param>
public sealed record LedgerLine(long TransactionId, LedgerKind Kind, DateTimeOffset BookedAt, LedgerMonth Month, LedgerEntry Entry)
{
    /// <summary>The order as it stood after this transaction; null for one that comes from no order.</summary>
    public LedgerOrder? Order { get; init; }

    /// <summary>The record that it comes from, if from no order.</summary>
    public string? Reference { get; init; }
}
