using DealBot.Contracts;

namespace DealBot.Core.Ledger;

/// <summary>A transaction that comes from no order. What orders post is worked out where they are booked, see <see cref="OrderHolding"/>.</summary>
/// <param name="Kind">What it comes from.</param>
/// <param name="Reference">The record that it comes from, unique among its kind: posting one again does nothing.</param>
/// <param name="BookedAt">When it was booked, which decides its month.</param>
/// <param name="Entries">At least two, each of another account, none of nothing; they sum to zero.</param>
public sealed record LedgerTransaction(LedgerKind Kind, string Reference, DateTimeOffset BookedAt, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>The month of the books.</summary>
    public LedgerMonth Month => LedgerMonth.Of(BookedAt);

    /// <summary>Money of the settled stage handed on to a promoter.</summary>
    public static LedgerTransaction Payout(string promoterId, Money amount, string reference, DateTimeOffset bookedAt) => new(
        LedgerKind.Payout,
        reference,
        bookedAt,
        [
            new LedgerEntry(new LedgerAccount(LedgerParty.Promoter, promoterId, LedgerStage.Settled), Money.Zero - amount),
            new LedgerEntry(new LedgerAccount(LedgerParty.Promoter, promoterId, LedgerStage.PaidOut), amount),
        ]);

    /// <summary>Refuses what is no transaction.</summary>
    /// <exception cref="ArgumentException">It does not sum to zero, or names an account twice or for nothing.</exception>
    public void Require()
    {
        if (Entries.Count < 2
            || Entries.Aggregate(Money.Zero, (sum, entry) => sum + entry.Amount) != Money.Zero
            || Entries.Any(entry => entry.Amount == Money.Zero)
            || Entries.DistinctBy(entry => entry.Account).Count() != Entries.Count)
        {
            throw new ArgumentException($"the entries of {Kind} {Reference} are no transaction: {string.Join(", ", Entries.Select(entry => $"{entry.Account} {entry.Amount}"))}");
        }
    }
}
