using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Core.Ledger;

/// <summary>
/// What the books hold of an order: a pure function of how it is booked. What is posted when it is booked otherwise is the difference of two
/// holdings, so that a report that comes twice posts nothing and a claw-back takes back exactly what was given.
/// </summary>
/// <param name="NetworkAccount">The account that the commission comes from, <c>network/account</c>.</param>
/// <param name="Stage">How far it has come; null if it brings nothing.</param>
/// <param name="Commission">The commission.</param>
/// <param name="Terms">How it is divided.</param>
public sealed record OrderHolding(string NetworkAccount, LedgerStage? Stage, Money Commission, CommissionTerms Terms)
{
    /// <summary>What the books should hold of a row as it is booked now.</summary>
    public static OrderHolding Of(string account, AttributedOrder row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new OrderHolding(AccountId(row.Order.Network, account), StageOf(row.Order.Status), row.Commission, row.Terms);
    }

    /// <summary>Name of a network's account in the books.</summary>
    public static string AccountId(string network, string account) => $"{network}/{account}";

    /// <summary>The stage at which an order of a status is in the books.</summary>
    public static LedgerStage? StageOf(OrderStatus status) => status switch
    {
        OrderStatus.Paid => LedgerStage.Estimated,
        OrderStatus.Confirmed => LedgerStage.Confirmed,
        OrderStatus.Settled => LedgerStage.Settled,
        _ => null,
    };

    /// <summary>What has to be posted so that the books hold this where they held something else before. Sums to zero.</summary>
    /// <param name="before">What they hold; null for an order that is new to them.</param>
    /// <returns>Empty if nothing has to be posted.</returns>
    public IReadOnlyList<LedgerEntry> Since(OrderHolding? before)
    {
        if (this == before)
        {
            return [];
        }

        var entries = new List<LedgerEntry>(8);
        before?.AddTo(entries, -1);
        AddTo(entries, 1);
        entries.RemoveAll(entry => entry.Amount == Money.Zero);
        return entries;
    }

    /// <summary>What kind of change it is when the network says this of an order of which it said something else before.</summary>
    public LedgerKind KindSince(OrderHolding? before) =>
        before?.Stage is LedgerStage.Confirmed or LedgerStage.Settled && Held < before.Held ? LedgerKind.ClawBack : LedgerKind.Order;

    private Money Held => Stage is null ? Money.Zero : Commission;

    private void AddTo(List<LedgerEntry> entries, int sign)
    {
        if (Stage is not { } stage || Commission == Money.Zero)
        {
            return;
        }

        Add(entries, new LedgerAccount(LedgerParty.Network, NetworkAccount, stage), Commission * -sign);
        foreach (var part in Terms.Divide(Commission))
        {
            Add(entries, new LedgerAccount(part.Party, part.Id, stage), part.Amount * sign);
        }
    }

    private static void Add(List<LedgerEntry> entries, LedgerAccount account, Money amount)
    {
        // Never more than ten entries: a dictionary would cost more than it saves.
        for (var index = 0; index < entries.Count; index++)
        {
            if (entries[index].Account == account)
            {
                entries[index] = new LedgerEntry(account, entries[index].Amount + amount);
                return;
            }
        }

        entries.Add(new LedgerEntry(account, amount));
    }
}
