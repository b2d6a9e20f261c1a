using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Storage.Tests;

/// <summary>The books as they are read, and what is posted beside orders.</summary>
public abstract class LedgerStoreContract : StorageContract
{
    private static readonly LedgerMonth June = new(2026, 6);
    private static readonly LedgerTransaction Payout = LedgerTransaction.Payout("zhang", new Money(500), "p1", Some.Morning);

    [Test]
    public async Task A_payout_moves_money_from_settled_to_paid_out()
    {
        Assert.That(await Stage.Ledger.PostAsync(Payout, default), Is.True);

        Assert.That(await Stage.Ledger.MovementsAsync(null, null, null, default), Is.EqualTo(new[]
        {
            new LedgerMovement(new LedgerAccount(LedgerParty.Promoter, "zhang", LedgerStage.Settled), June, new Money(-500)),
            new LedgerMovement(new LedgerAccount(LedgerParty.Promoter, "zhang", LedgerStage.PaidOut), June, new Money(500)),
        }));
    }

    [Test]
    public async Task What_is_posted_already_is_not_posted_again()
    {
        await Stage.Ledger.PostAsync(Payout, default);

        Assert.That(await Stage.Ledger.PostAsync(Payout, default), Is.False);
        Assert.That(await Stage.Ledger.LinesAsync(LedgerParty.Promoter, "zhang", June, default), Has.Count.EqualTo(2));
    }

    [Test]
    public void Entries_that_do_not_sum_to_zero_are_refused()
    {
        var broken = Payout with { Entries = [Payout.Entries[0], Payout.Entries[1] with { Amount = new Money(499) }] };

        Assert.That(() => Stage.Ledger.PostAsync(broken, default), Throws.ArgumentException);
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM ledger_transactions"), Is.Zero);
    }

    [Test]
    public async Task Lines_of_a_party_are_those_of_the_month_in_the_order_of_booking()
    {
        await Stage.Ledger.PostAsync(Payout, default);
        await Stage.Ledger.PostAsync(LedgerTransaction.Payout("zhang", new Money(7), "p2", Some.Shanghai("2026-07-01 00:00")), default);
        await Stage.Ledger.PostAsync(LedgerTransaction.Payout("zhang", new Money(6), "p3", Some.Shanghai("2026-06-30 23:59")), default);
        await Stage.Ledger.PostAsync(LedgerTransaction.Payout("wang", new Money(5), "p4", Some.Morning), default);

        var lines = await Stage.Ledger.LinesAsync(LedgerParty.Promoter, "zhang", June, default);

        Assert.That(lines.Select(line => $"{line.Reference} {line.Entry.Account.Stage} {line.Entry.Amount}"), Is.EqualTo(new[]
        {
            "p1 Settled -5.00", "p1 PaidOut 5.00", "p3 Settled -0.06", "p3 PaidOut 0.06",
        }));
        Assert.That(lines[0], Is.EqualTo(new LedgerLine(1, LedgerKind.Payout, Some.Morning, June, Payout.Entries[0]) { Reference = "p1" }));
    }

    [Test]
    public async Task Movements_can_be_asked_for_by_month_party_and_id()
    {
        await Stage.Ledger.PostAsync(Payout, default);
        await Stage.Ledger.PostAsync(LedgerTransaction.Payout("wang", new Money(5), "p2", Some.Morning.AddMonths(1)), default);

        Assert.That(await Stage.Ledger.MovementsAsync(June, LedgerParty.Promoter, "wang", default), Is.Empty);
        Assert.That(await Stage.Ledger.MovementsAsync(null, LedgerParty.Promoter, "wang", default), Has.Count.EqualTo(2));
        Assert.That(await Stage.Ledger.MovementsAsync(null, LedgerParty.Owner, null, default), Is.Empty);
        Assert.That(await Stage.Ledger.MovementsAsync(June, LedgerParty.Promoter, null, default), Has.Count.EqualTo(2));
    }
}
