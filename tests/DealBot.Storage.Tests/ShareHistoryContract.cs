using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Shares;

namespace DealBot.Storage.Tests;

/// <summary>The owners' rules through time.</summary>
public abstract class ShareHistoryContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    private static ShareRules Rules(decimal percent) => new(
        new ShareSettings
        {
            Levels = [new ShareLevel { Name = "会员", Percent = Rate.FromPercent(percent) }, new ShareLevel { Name = "导师", Percent = Rate.FromPercent(50), FromSales = Money.FromYuan(99.5m) }],
            InviterPercents = [Rate.FromPercent(5)],
            PlatformPercent = Rate.FromPercent(0.25m),
            Promoters = [new Promoter { Id = "chen", Name = "陈姐" }, new Promoter { Id = "zhao", Name = "赵哥", Level = "导师", InvitedBy = "chen" }],
        },
        new SortedDictionary<string, string> { ["mama-1"] = "chen" });

    private async Task<DateTimeOffset?> NoteAsync(decimal percent, DateTimeOffset at, string owner = "li", bool isLatest = true) =>
        (await Stage.ShareHistory.NoteAsync(owner, Rules(percent), at, () => isLatest, default))?.EffectiveAt;

    [Test]
    public async Task Rules_that_the_settings_do_not_say_any_more_are_not_noted()
    {
        await NoteAsync(25, Now);

        Assert.That(await NoteAsync(20, Now.AddSeconds(1), isLatest: false), Is.Null);
        Assert.That(await Stage.ShareHistory.ReadAsync(default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Orders_of_other_owners_do_not_put_off_new_rules()
    {
        await NoteAsync(20, Now.AddDays(-1), "wang");
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order(orderedAt: Now.AddHours(3))));

        Assert.That(await NoteAsync(25, Now, "wang"), Is.EqualTo(Now));
    }

    [Test]
    public async Task An_order_dated_into_a_far_future_does_not_put_off_new_rules()
    {
        await NoteAsync(20, Now.AddDays(-1));
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order(orderedAt: Now.AddYears(70))));

        Assert.That(await NoteAsync(25, Now), Is.EqualTo(Now));
    }

    [Test]
    public async Task First_rules_of_an_owner_without_orders_hold_from_the_beginning() =>
        Assert.That(await NoteAsync(20, Now), Is.EqualTo(DateTimeOffset.UnixEpoch));

    [Test]
    public async Task First_rules_of_an_owner_with_orders_hold_for_what_comes_after_them()
    {
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order(orderedAt: Now.AddMinutes(-5))));

        Assert.That(await NoteAsync(20, Now), Is.EqualTo(Now));
    }

    [Test]
    public async Task The_same_rules_are_noted_once_and_read_as_they_were()
    {
        await NoteAsync(20, Now);

        Assert.That(await NoteAsync(20, Now.AddDays(1)), Is.Null);
        Assert.That(await NoteAsync(25, Now.AddDays(2)), Is.EqualTo(Now.AddDays(2)));
        Assert.That(await NoteAsync(20, Now.AddDays(3)), Is.EqualTo(Now.AddDays(3)), "back to what was");
        var epochs = await Stage.ShareHistory.ReadAsync(default);
        Assert.That(epochs.Select(epoch => epoch.Rules.ToJson()), Is.EqualTo(new[] { Rules(20), Rules(25), Rules(20) }.Select(rules => rules.ToJson())));
        Assert.That(epochs.Select(epoch => (epoch.Number, epoch.OwnerId)), Is.EqualTo(new[] { (1L, "li"), (2L, "li"), (3L, "li") }));
    }

    [Test]
    public async Task Owners_are_noted_apart()
    {
        await NoteAsync(20, Now);

        Assert.That(await NoteAsync(20, Now, "wang"), Is.EqualTo(DateTimeOffset.UnixEpoch));
    }

    [TestCase(-400, TestName = "A_clock_that_went_back_does_not_change_the_terms_of_known_orders")]
    [TestCase(0, TestName = "An_order_that_the_network_dates_ahead_of_the_clock_keeps_its_terms")]
    public async Task New_rules_never_hold_for_an_order_that_is_known(int days)
    {
        await NoteAsync(20, Now.AddDays(-1));
        await Stage.SaveOrdersAsync(Now, Some.Attributed(Some.Order(orderedAt: Now.AddSeconds(3))));

        Assert.That(await NoteAsync(25, Now.AddDays(days)), Is.EqualTo(Now.AddSeconds(3).AddMilliseconds(1)));
    }
}
