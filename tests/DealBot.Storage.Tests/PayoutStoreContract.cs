using DealBot.Contracts;
using DealBot.Core.Ledger;
using DealBot.Core.Shares;

namespace DealBot.Storage.Tests;

/// <summary>Payouts: never more than is settled, each in the books exactly once.</summary>
public abstract class PayoutStoreContract : StorageContract
{
    private static readonly LedgerMonth June = new(2026, 6);
    private static readonly LedgerMonth July = new(2026, 7);
    private static readonly DateTimeOffset PayDay = Some.Shanghai("2026-07-05 10:00");

    private static readonly CommissionTerms Terms = new("li") { PromoterId = "chen", PromoterRate = Rate.FromPercent(20) };

    /// <summary>Settled orders of 7 yuan commission, of which 1.40 are the promoter's.</summary>
    private Task SettleAsync(DateTimeOffset at, params string[] rows) => Stage.SaveOrdersAsync(
        at, [.. rows.Select(row => Some.Attributed(Some.Order(row, OrderStatus.Settled, at, at)) with { Terms = Terms })]);

    private Task RefundAsync(DateTimeOffset at, string row) => Stage.SaveOrdersAsync(
        at, Some.Attributed(Some.Order(row, OrderStatus.Invalid, at, at)) with { Terms = Terms });

    private Task<PayoutOutcome> PayAsync(long? fen = null, LedgerMonth? month = null, DateTimeOffset? at = null, bool again = false) => Stage.Payouts.RecordAsync(
        new PayoutRequest("chen", month ?? June, fen is { } amount ? new Money(amount) : null, at ?? PayDay, again), default);

    private async Task<Money> BalanceAsync(LedgerStage stage) => (await Stage.Ledger.MovementsAsync(null, LedgerParty.Promoter, "chen", default))
        .Where(movement => movement.Account.Stage == stage).Aggregate(Money.Zero, (sum, movement) => sum + movement.Amount);

    [Test]
    public async Task All_that_is_payable_is_paid_when_no_amount_is_given()
    {
        await SettleAsync(June.Start, "r1", "r2");

        var outcome = await PayAsync();

        var payout = new Payout(1, "chen", June, new Money(280), PayDay);
        Assert.That(outcome, Is.EqualTo(new PayoutOutcome.Recorded(payout, Money.Zero)));
        Assert.That(await Stage.Payouts.ListAsync("chen", default), Is.EqualTo(new[] { payout }));
        Assert.That((await BalanceAsync(LedgerStage.Settled), await BalanceAsync(LedgerStage.PaidOut)), Is.EqualTo((Money.Zero, new Money(280))));
    }

    [Test]
    public async Task More_than_payable_is_refused_and_nothing_recorded()
    {
        await SettleAsync(June.Start, "r1");

        Assert.That(await PayAsync(141), Is.EqualTo(new PayoutOutcome.TooMuch(new Money(140))));
        Assert.That(await PayAsync(0), Is.InstanceOf<PayoutOutcome.TooMuch>());
        Assert.That(await PayAsync(-5), Is.InstanceOf<PayoutOutcome.TooMuch>());
        Assert.That(await Stage.Payouts.ListAsync("chen", default), Is.Empty);
        Assert.That(await BalanceAsync(LedgerStage.PaidOut), Is.EqualTo(Money.Zero));
    }

    [Test]
    public async Task Paid_out_is_not_payable_again()
    {
        await SettleAsync(June.Start, "r1");
        await PayAsync();

        Assert.That(await PayAsync(), Is.EqualTo(new PayoutOutcome.TooMuch(Money.Zero)));
        Assert.That(await PayAsync(month: July), Is.EqualTo(new PayoutOutcome.TooMuch(Money.Zero)));
    }

    [Test]
    public async Task The_same_again_within_a_day_must_be_meant()
    {
        await SettleAsync(June.Start, "r1");
        await PayAsync(50);

        Assert.That(await PayAsync(50, at: PayDay.AddHours(23)), Is.EqualTo(new PayoutOutcome.Repeated(new Payout(1, "chen", June, new Money(50), PayDay))));
        Assert.That(await PayAsync(50, at: PayDay.AddHours(23), again: true), Is.InstanceOf<PayoutOutcome.Recorded>());
        Assert.That(await PayAsync(40, at: PayDay.AddHours(23)), Is.InstanceOf<PayoutOutcome.Recorded>());
        Assert.That(await BalanceAsync(LedgerStage.PaidOut), Is.EqualTo(new Money(140)));
    }

    [Test]
    public async Task The_same_again_after_a_day_is_another_payment()
    {
        await SettleAsync(June.Start, "r1");
        await PayAsync(50);

        Assert.That(await PayAsync(50, at: PayDay.AddHours(24)), Is.InstanceOf<PayoutOutcome.Recorded>());
    }

    [Test]
    public async Task Two_at_once_are_one()
    {
        await SettleAsync(June.Start, "r1");

        var outcomes = await Task.WhenAll(Task.Run(() => PayAsync(140)), Task.Run(() => PayAsync(140)));

        Assert.That(outcomes.Count(outcome => outcome is PayoutOutcome.Recorded), Is.EqualTo(1));
        Assert.That(outcomes.Count(outcome => outcome is PayoutOutcome.Repeated), Is.EqualTo(1));
        Assert.That(await BalanceAsync(LedgerStage.PaidOut), Is.EqualTo(new Money(140)));
    }

    [Test]
    public async Task A_month_pays_what_was_settled_in_it_and_not_what_came_later()
    {
        await SettleAsync(June.Start, "r1");
        await SettleAsync(July.Start, "r2");

        Assert.That(await PayAsync(141), Is.EqualTo(new PayoutOutcome.TooMuch(new Money(140))));
        Assert.That(await PayAsync(280, July), Is.InstanceOf<PayoutOutcome.Recorded>());
        Assert.That(await PayAsync(), Is.EqualTo(new PayoutOutcome.TooMuch(Money.Zero)), "July's paid June's as well");
    }

    [Test]
    public async Task What_was_taken_back_since_is_not_paid_and_a_debt_is_carried_over()
    {
        await SettleAsync(June.Start, "r1", "r2");
        await RefundAsync(July.Start, "r1");

        Assert.That(await PayAsync(141), Is.EqualTo(new PayoutOutcome.TooMuch(new Money(140))));
        await PayAsync();
        await RefundAsync(July.Start.AddDays(7), "r2");

        Assert.That(await BalanceAsync(LedgerStage.Settled), Is.EqualTo(new Money(-140)));
        await SettleAsync(July.Start.AddDays(8), "r3", "r4");
        Assert.That(await PayAsync(month: July), Is.EqualTo(new PayoutOutcome.Recorded(new Payout(2, "chen", July, new Money(140), PayDay), Money.Zero)));
    }
}
