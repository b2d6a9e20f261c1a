using DealBot.Core.Orders;

namespace DealBot.Storage.Tests;

/// <summary>Who held which account, through time.</summary>
public abstract class AccountOwnerHistoryContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    [Test]
    public async Task The_first_holder_of_an_account_has_it_from_the_beginning_whatever_came_before()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order()));

        Assert.That(await NoteAsync("li", Now), Is.EqualTo(DateTimeOffset.UnixEpoch));
        Assert.That(await NoteAsync("wang", Now, account: "second"), Is.EqualTo(DateTimeOffset.UnixEpoch));
    }

    [TestCase(-400, TestName = "A_clock_that_went_back_moves_no_order_that_is_known")]
    [TestCase(0, TestName = "An_order_that_the_network_dates_ahead_of_the_clock_stays_with_its_owner")]
    public async Task A_new_holder_gets_no_order_that_is_known(int days)
    {
        await NoteAsync("li", Now);
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order(orderedAt: Now.AddMinutes(10))));

        Assert.That(await NoteAsync("wang", Now.AddDays(days)), Is.EqualTo(Now.AddMinutes(10).AddMilliseconds(1)));
    }

    [Test]
    public async Task The_same_holder_is_noted_once_and_all_are_read_as_they_were()
    {
        await NoteAsync("li", Now);

        Assert.That(await NoteAsync("li", Now.AddDays(1)), Is.Null);
        Assert.That(await NoteAsync("wang", Now.AddDays(2)), Is.EqualTo(Now.AddDays(2)));
        Assert.That(await NoteAsync("li", Now.AddDays(3)), Is.EqualTo(Now.AddDays(3)), "back to what was");
        Assert.That(
            (await Stage.AccountOwners.ReadAsync(default)).Select(owner => (owner.Number, owner.Network, owner.Account, owner.OwnerId)),
            Is.EqualTo(new[] { (1L, "jd", "main", "li"), (2L, "jd", "main", "wang"), (3L, "jd", "main", "li") }));
    }

    [Test]
    public async Task What_the_settings_do_not_say_any_more_is_not_noted()
    {
        await NoteAsync("li", Now);

        Assert.That(await NoteAsync("wang", Now, isLatest: false), Is.Null);
        Assert.That(await NoteAsync("wang", Now, "second", isLatest: false), Is.Null, "nor is a first holder");
        Assert.That((await Stage.AccountOwners.ReadAsync(default)).Select(owner => owner.OwnerId), Is.EqualTo(new[] { "li" }));
    }

    [Test]
    public async Task Orders_of_other_accounts_do_not_put_off_a_new_holder()
    {
        await NoteAsync("li", Now);
        await Stage.Orders.SaveAsync(
            new OrderBatch { Network = "jd", Account = "second", SeenAt = Now, Orders = [Some.Attributed(Some.Order(orderedAt: Now.AddHours(3)))] }, default);

        Assert.That(await NoteAsync("wang", Now), Is.EqualTo(Now));
    }

    [Test]
    public async Task An_order_dated_into_a_far_future_does_not_put_off_a_new_holder()
    {
        await NoteAsync("li", Now);
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order("slip", orderedAt: Now.AddYears(70))), Some.Attributed(Some.Order("r1", orderedAt: Now.AddHours(1))));

        Assert.That(await NoteAsync("wang", Now), Is.EqualTo(Now.AddHours(1).AddMilliseconds(1)));
    }

    private async Task<DateTimeOffset?> NoteAsync(string owner, DateTimeOffset at, string account = "main", bool isLatest = true) =>
        (await Stage.AccountOwners.NoteAsync("jd", account, owner, at, () => isLatest, default))?.EffectiveAt;
}
