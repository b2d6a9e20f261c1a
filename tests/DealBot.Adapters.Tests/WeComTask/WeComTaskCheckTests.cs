using DealBot.Adapters.WeComTask;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.WeComTask;

public sealed class WeComTaskCheckTests
{
    private WeComTaskStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await WeComTaskStage.SetAsync();

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task Proves_a_group_and_tells_its_name()
    {
        var report = await _stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Reach, Is.EqualTo(Reach.Proven));
        Assert.That(report.Note!.Zh, Does.Contain("宝妈群").And.Contain("188"));
        Assert.That(_stage.Calls, Is.Zero);
    }

    [TestCase("foreign", "Sender", "lisi")]
    [TestCase("gone", "ChatId", "86003")]
    public async Task Names_the_field_of_the_group_at_fault(string address, string field, string said)
    {
        var report = await _stage.Adapter.TestAsync(address, CancellationToken.None);

        Assert.That(report.Reach, Is.EqualTo(Reach.Failed));
        Assert.That(report.Faults.Single().Field, Is.EqualTo(field));
        Assert.That(report.Faults.Single().Reason.En, Does.Contain(said));
    }

    [Test]
    public async Task Names_the_groups_of_the_owner_where_the_id_is_of_none()
    {
        var report = await _stage.Adapter.TestAsync("gone", CancellationToken.None);

        Assert.That(report.Faults.Single().Reason.En, Does.EndWith($"; the groups of zhangsan: {WeComTaskStage.ChatId} 宝妈群"));
        Assert.That(_stage.Calls, Is.Zero);
    }

    [TestCase(40050)]
    [TestCase(40058)]
    public async Task Names_them_whichever_code_the_id_is_refused_with(int code)
    {
        await using var stage = await WeComTaskStage.SetAsync(unknownChatCode: code);

        var report = await stage.Adapter.TestAsync("gone", CancellationToken.None);

        Assert.That(report.Faults.Single().Reason.En, Does.Contain($"errcode {code}").And.EndWith($"; the groups of zhangsan: {WeComTaskStage.ChatId} 宝妈群"));
    }

    [Test]
    public async Task Names_the_field_of_the_account_at_fault()
    {
        var corpId = _stage.NewAdapter(options => options with { CorpId = "ww0" });
        var secret = _stage.NewAdapter(options => options with { Secret = "another-made-up-secret" });

        Assert.That((await corpId.TestAsync("main", CancellationToken.None)).Faults.Single().Field, Is.EqualTo("CorpId"));
        Assert.That((await secret.TestAsync("boss", CancellationToken.None)).Faults.Single().Field, Is.EqualTo("Secret"));
    }

    [Test]
    public async Task Of_a_member_only_the_account_can_be_proven() =>
        Assert.That((await _stage.Adapter.TestAsync("boss", CancellationToken.None)).Reach, Is.EqualTo(Reach.NotProvable));

    [Test]
    public async Task Counts_the_members_of_groups_only()
    {
        Assert.That(await _stage.Adapter.CountMembersAsync("main", CancellationToken.None), Is.EqualTo(188));
        Assert.That(await _stage.Adapter.CountMembersAsync("boss", CancellationToken.None), Is.Null);
    }

    [Test]
    public async Task A_count_that_WeCom_refuses_is_an_error_without_secrets()
    {
        var exception = await Assert.CatchAsync<HttpRequestException>(() => _stage.Adapter.CountMembersAsync("gone", CancellationToken.None));

        Assert.That(exception!.Message, Does.Contain("86003").And.Not.Contain(WeComTaskStage.Secret));
    }

    [TestCase(0, 30)]
    [TestCase(13, 31)]
    [TestCase(229, 28)]
    public void A_group_gets_as_many_messages_a_month_as_the_month_has_days_in_Beijing(int days, int most)
    {
        // 18 June 2026, 1 July 2026, 2 February 2027.
        _stage.Time.Advance(TimeSpan.FromDays(days));

        Assert.That(_stage.Adapter.LimitsFor("main").AddressMessagesPerMonth, Is.EqualTo(most));
    }

    [Test]
    public void The_month_turns_at_midnight_in_Beijing()
    {
        _stage.Time.Advance(new DateTimeOffset(2026, 6, 30, 15, 59, 59, TimeSpan.Zero) - _stage.Time.GetUtcNow());
        Assert.That(_stage.Adapter.Limits.AddressMessagesPerMonth, Is.EqualTo(30));

        _stage.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(_stage.Adapter.Limits.AddressMessagesPerMonth, Is.EqualTo(31));
    }

    [Test]
    public void An_owner_may_allow_less_and_never_more()
    {
        var adapter = _stage.NewAdapter(options => options with
        {
            MessagesPerMonth = 31,
            MessagesPerDay = 1,
            Chats = new Dictionary<string, WeComTaskChat> { ["a"] = new(), ["b"] = new() { MessagesPerMonth = 4, MessagesPerDay = 2 } },
        });

        Assert.That((adapter.LimitsFor("a").AddressMessagesPerMonth, adapter.LimitsFor("a").AddressMessagesPerDay), Is.EqualTo((30, 1)));
        Assert.That((adapter.LimitsFor("b").AddressMessagesPerMonth, adapter.LimitsFor("b").AddressMessagesPerDay), Is.EqualTo((4, 2)));
    }

    [Test]
    public void The_account_of_a_group_is_its_owner_and_that_of_a_member_the_application()
    {
        Assert.That(_stage.Adapter.AccountOf("main"), Is.EqualTo("zhangsan"));
        Assert.That(_stage.Adapter.AccountOf("boss"), Is.EqualTo("agent-1000002"));
    }
}
