using DealBot.Contracts;
using DealBot.Core.Accounts;

namespace DealBot.Storage.Tests;

/// <summary>How accounts stand, and what the outbox does about it.</summary>
public abstract class AccountStoreContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;
    private static readonly AccountKey Demo = new("preview", "demo");

    private static readonly AccountState Stopped = new()
    {
        Phase = AccountPhase.Open,
        Since = Now.ToUniversalTime(),
        ChangedAt = Now.ToUniversalTime(),
        Until = Now.AddHours(6).ToUniversalTime(),
        Reason = new Phrase("机器人被移出群", "robot removed"),
        Failures = 2,
        Backoff = TimeSpan.FromHours(6),
        Rate = 25,
    };

    [Test]
    public async Task Nothing_is_known_of_an_account_that_nothing_happened_to() =>
        Assert.That(await Stage.Accounts.GetAsync(Demo, default), Is.EqualTo(AccountState.Fresh));

    [Test]
    public async Task What_was_saved_last_is_read_whole()
    {
        await Stage.Accounts.SaveAsync(Demo, Stopped with { Phase = AccountPhase.HalfOpen, Reason = null }, default);
        await Stage.Accounts.SaveAsync(Demo, Stopped, default);
        await Stage.Accounts.SaveAsync(new AccountKey("preview", "other"), AccountState.Fresh, default);

        Assert.That(await Stage.Accounts.GetAsync(Demo, default), Is.EqualTo(Stopped));
        Assert.That((await Stage.Accounts.ListAsync(default)).Select(row => $"{row.Account}"), Is.EqualTo(new[] { "preview/demo", "preview/other" }));
    }

    [Test]
    public async Task One_message_at_a_time_tries_an_account_whose_pause_is_over()
    {
        await Stage.Accounts.SaveAsync(Demo, Stopped, default);

        Assert.That(await ProbeAsync(Now.AddHours(5)), Is.False, "too early");
        Assert.That(await ProbeAsync(Now.AddHours(6)), Is.True);
        Assert.That(await ProbeAsync(Now.AddHours(6)), Is.False, "another is trying");
        Assert.That(await ProbeAsync(Now.AddHours(6).AddMinutes(2)), Is.True, "the other died");
        Assert.That((await Stage.Accounts.GetAsync(Demo, default)).Phase, Is.EqualTo(AccountPhase.HalfOpen));
    }

    [Test]
    public async Task Addresses_of_one_account_wait_with_it()
    {
        await PlanAsync("p1", "g1");
        await PlanAsync("p2", "g2");
        await PlanAsync("p3", "g3");
        await Stage.Accounts.AssignAsync(Demo, "g1", default);
        await Stage.Accounts.AssignAsync(Demo, "g2", default);
        await Stage.Accounts.SaveAsync(Demo, Stopped, default);

        Assert.That(await LeaseAsync(Now), Is.EqualTo(new[] { "p3" }));
    }

    [Test]
    public async Task No_more_than_eight_posts_of_an_account_are_taken_up_at_once_however_many_addresses_it_has()
    {
        for (var i = 0; i < 10; i++)
        {
            await PlanAsync($"p{i}", $"g{i}");
            await Stage.Accounts.AssignAsync(Demo, $"g{i}", default);
        }

        var leased = await Stage.Outbox.LeaseDueAsync(Now, TimeSpan.FromMinutes(2), 64, default);

        Assert.That(leased, Has.Count.EqualTo(8));
        Assert.That(leased.Select(post => post.Account), Has.All.EqualTo("demo"));
    }

    [Test]
    public async Task Every_address_that_posts_are_due_to_is_assigned_anew_and_so_is_every_other_on_record()
    {
        await PlanAsync("p1", "g1");
        await PlanAsync("p2", "g2");
        await Stage.Accounts.AssignAsync(new AccountKey("preview", "old"), "g2", default);
        await Stage.Accounts.AssignAsync(new AccountKey("preview", "old"), "g3", default);

        await Stage.Accounts.AssignAllAsync((adapter, address) => new AccountKey(adapter, address == "g1" ? "new" : address), default);

        Assert.That(
            Stage.Query<string>("SELECT address || '=' || account FROM addresses ORDER BY address"), Is.EqualTo(new[] { "g1=new", "g2=g2", "g3=g3" }));
        Assert.That((await Stage.Outbox.LeaseDueAsync(Now, TimeSpan.FromMinutes(2), 64, default)).Select(post => post.Account), Is.EqualTo(new[] { "new", "g2" }));
    }

    [TestCase(AccountPhase.Closed)]
    [TestCase(AccountPhase.Slowed)]
    public async Task An_account_that_posts_is_not_tried(AccountPhase phase)
    {
        await Stage.Accounts.SaveAsync(Demo, Stopped with { Phase = phase, Until = Now }, default);

        Assert.That(await ProbeAsync(Now.AddHours(1)), Is.False);
    }

    [Test]
    public async Task Posts_of_an_account_that_waits_are_left_and_those_of_others_taken_up_however_many_wait()
    {
        for (var n = 0; n < 100; n++)
        {
            await Stage.Outbox.PlanAsync(Some.Post($"stopped-{n}", Now.AddSeconds(-n)), default);
        }

        await Stage.Outbox.PlanAsync(Some.Post("free", address: "other"), default);
        await Stage.Accounts.SaveAsync(Demo, Stopped with { ChangedAt = Now.AddHours(-1) }, default);

        Assert.That(await LeaseAsync(Now), Is.EqualTo(new[] { "free" }));
        Assert.That(Stage.One<long>("SELECT COUNT(*) FROM posts WHERE state = 'planned'"), Is.EqualTo(100));
    }

    [Test]
    public async Task An_account_with_many_posts_due_does_not_fill_a_lease()
    {
        for (var n = 0; n < 100; n++)
        {
            await Stage.Outbox.PlanAsync(Some.Post($"many-{n}", Now.AddSeconds(-100)), default);
        }

        await Stage.Outbox.PlanAsync(Some.Post("single", address: "other"), default);

        var first = await LeaseAsync(Now);
        Assert.That(first, Has.Count.EqualTo(9).And.Member("single"));
        Assert.That(await LeaseAsync(Now), Has.Count.EqualTo(8));
    }

    [Test]
    public async Task Posts_are_taken_up_again_when_the_wait_is_over()
    {
        await Stage.Outbox.PlanAsync(Some.Post(), default);
        await Stage.Accounts.SaveAsync(Demo, Stopped with { Phase = AccountPhase.Slowed, Until = Now.AddMinutes(1) }, default);

        Assert.That(await LeaseAsync(Now.AddSeconds(59)), Is.Empty);
        Assert.That(await LeaseAsync(Now.AddSeconds(60)), Is.EqualTo(new[] { "p1" }));
    }

    [Test]
    public async Task A_wait_reckoned_before_the_clock_was_set_back_an_hour_no_longer_holds()
    {
        await Stage.Outbox.PlanAsync(Some.Post(), default);
        await Stage.Accounts.SaveAsync(Demo, Stopped with { ChangedAt = Now.AddHours(1), Until = Now.AddHours(1).AddMinutes(1) }, default);

        Assert.That(await LeaseAsync(Now), Is.EqualTo(new[] { "p1" }));
        Assert.That(await ProbeAsync(Now), Is.True);
    }

    [Test]
    public async Task A_post_that_outlives_a_stopped_account_is_skipped_with_what_stopped_it()
    {
        await Stage.Outbox.PlanAsync(Some.Post("stopped"), default);
        await Stage.Outbox.PlanAsync(Some.Post("free", address: "other"), default);
        await Stage.Accounts.SaveAsync(Demo, Stopped, default);

        await LeaseAsync(Now.AddMinutes(20));

        Assert.That(ReasonOf("stopped"), Is.EqualTo(("skipped", "account_blocked", "账号停发：机器人被移出群", "account stopped: robot removed")));
        Assert.That(ReasonOf("free").Code, Is.EqualTo("stale"));
    }

    private (string State, string Code, string Zh, string En) ReasonOf(string post) =>
        Stage.One<(string, string, string, string)>("SELECT state, reason_code, reason_zh, reason_en FROM posts WHERE post_id = @post", new { post });

    private Task<bool> ProbeAsync(DateTimeOffset now) => Stage.Accounts.TryProbeAsync(Demo, now, now.AddMinutes(2), default);

    private Task<bool> PlanAsync(string id, string address) => Stage.Outbox.PlanAsync(Some.Post(id, address: address), default);

    private async Task<IReadOnlyList<string>> LeaseAsync(DateTimeOffset now) =>
        [.. (await Stage.Outbox.LeaseDueAsync(now, TimeSpan.FromMinutes(2), 64, default)).Select(post => post.PostId)];
}
