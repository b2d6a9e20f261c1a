using DealBot.Adapters.OneBot;
using DealBot.Contracts;
using DealBot.Simulators.OneBot;

namespace DealBot.Adapters.Tests.OneBot;

/// <summary>The adapter with a bridge of either dialect, over either transport.</summary>
[TestFixture(OneBotDialect.Standard, false)]
[TestFixture(OneBotDialect.NapCat, false)]
[TestFixture(OneBotDialect.Standard, true)]
[TestFixture(OneBotDialect.NapCat, true)]
[CancelAfter(120_000)]
public sealed class OneBotBridgeTests(OneBotDialect dialect, bool isSocket)
{
    private OneBotStage _stage = null!;

    [SetUp]
    public async Task SetStage() => _stage = await OneBotStage.SetAsync(dialect, isSocket);

    [TearDown]
    public async Task CloseStage() => await _stage.DisposeAsync();

    [Test]
    public async Task A_message_that_arrives_though_sending_timed_out_is_not_sent_again_and_silences_the_account()
    {
        _stage.Simulator.TimeOutButDeliver();

        var result = await _stage.SendAsync();

        Assert.That(result, Is.InstanceOf<SendResult.Unknown>().With.Property(nameof(SendResult.Unknown.AccountPause)).EqualTo(TimeSpan.FromMinutes(30)));
        Assert.That(_stage.Simulator.Received, Has.Count.EqualTo(1));
    }

    [TestCase("")]
    [TestCase("wrong-token-1234")]
    public async Task A_missing_or_wrong_token_is_named_and_not_shown(string token)
    {
        var adapter = WithBot(bot => bot with { AccessToken = token });

        var sent = await adapter.SendAsync(Some.Request("main"), CancellationToken.None);
        var tested = await adapter.TestAsync("main", CancellationToken.None);

        Assert.That(sent, Is.InstanceOf<SendResult.Rejected>().With.Property(nameof(SendResult.Rejected.Field)).EqualTo(nameof(OneBotBot.AccessToken)));
        Assert.That(tested.Faults.Single().Field, Is.EqualTo(nameof(OneBotBot.AccessToken)));
        Assert.That($"{sent} {tested.Faults.Single()}", Does.Not.Contain("wrong-token-1234"));
        Assert.That(_stage.Simulator.Received, Is.Empty);
    }

    [Test]
    public async Task A_good_address_is_proven_with_the_names_of_bot_and_group()
    {
        var report = await _stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Reach, Is.EqualTo(Reach.Proven));
        Assert.That(report.Note!.Zh, Does.Contain("好价小助手").And.Contain("宝妈好价群"));
    }

    [Test]
    public async Task A_group_that_the_bot_is_not_in_is_found_without_posting()
    {
        _stage.Simulator.Remove(OneBotStage.GroupId);

        var report = await _stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Faults.Single().Field, Is.EqualTo(nameof(OneBotGroup.GroupId)));
        Assert.That(_stage.Calls, Is.Zero);
    }

    [Test]
    public async Task A_wrong_group_number_is_told_with_the_groups_that_the_account_is_in()
    {
        var adapter = _stage.NewAdapter(options => options with { Groups = new Dictionary<string, OneBotGroup> { ["main"] = new() { Bot = "qq", GroupId = 999_999 } } });

        var report = await adapter.TestAsync("main", CancellationToken.None);

        var fault = report.Faults.Single();
        Assert.That(fault.Field, Is.EqualTo(nameof(OneBotGroup.GroupId)));
        Assert.That(fault.Reason.Zh, Does.EndWith($"这个 QQ 号在的群：{OneBotStage.GroupId} 宝妈好价群"));
    }

    [Test]
    public async Task An_account_that_is_offline_is_found_without_posting()
    {
        _stage.Simulator.IsOnline = false;

        var report = await _stage.Adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Faults.Single().Reason.Zh, Does.Contain("掉线"));
    }

    [Test]
    public async Task A_bridge_that_does_not_run_is_found()
    {
        var port = SimulatedStage.ClosedPort();
        var adapter = WithBot(bot => bot with { Url = new Uri($"{(isSocket ? "ws" : "http")}://127.0.0.1:{port}") });

        var report = await adapter.TestAsync("main", CancellationToken.None);

        Assert.That(report.Faults.Single().Field, Is.EqualTo(nameof(OneBotBot.Url)));
    }

    [Test]
    public async Task Members_are_counted_one_by_one_where_the_bridge_tells_no_number()
    {
        _stage.Simulator.TellsCounts = false;
        _stage.Simulator.SetMembers(OneBotStage.GroupId, 488);

        Assert.That(await _stage.Adapter.CountMembersAsync("main", CancellationToken.None), Is.EqualTo(488));
        Assert.That((await _stage.Adapter.TestAsync("main", CancellationToken.None)).Reach, Is.EqualTo(Reach.Proven));
    }

    [Test]
    public async Task Members_are_counted_as_the_bridge_tells()
    {
        _stage.Simulator.SetMembers(OneBotStage.GroupId, 488);

        Assert.That(await _stage.Adapter.CountMembersAsync("main", CancellationToken.None), Is.EqualTo(488));
    }

    [Test]
    public async Task Members_of_a_group_that_the_bot_has_left_are_not_guessed()
    {
        _stage.Simulator.Remove(OneBotStage.GroupId);

        if (dialect == OneBotDialect.Standard)
            Assert.That(await _stage.Adapter.CountMembersAsync("main", CancellationToken.None), Is.Null);
        else
            Assert.That(async () => await _stage.Adapter.CountMembersAsync("main", CancellationToken.None), Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task A_forwarded_conversation_has_the_picture_and_each_paragraph_as_an_entry()
    {
        var adapter = _stage.NewAdapter(options => options with
        {
            Groups = new Dictionary<string, OneBotGroup> { ["main"] = options.Groups["main"] with { Forward = true } },
        });

        var result = await adapter.SendAsync(
            Some.Request("main", new OutgoingMessage.Captioned(Some.Picture, "纸尿裤 9.9 元\nhttps://u.example/1\n\n抽纸 19.9 元\nhttps://u.example/2")), CancellationToken.None);

        Assert.That(result, Is.InstanceOf<SendResult.Sent>());
        var received = _stage.Simulator.Received.Single();
        Assert.That(received.IsForward, Is.True);
        Assert.That(received.Parts.Select(part => part.Type), Is.EqualTo(new[] { "image", "text", "text" }));
        Assert.That(received.Parts[2].Text, Is.EqualTo("抽纸 19.9 元\nhttps://u.example/2"));
    }

    [Test]
    public async Task A_text_that_looks_like_a_code_stays_text()
    {
        const string trap = "[CQ:at,qq=all] &#91;1元&#93;";

        await _stage.SendAsync(new OutgoingMessage.Text(trap));

        Assert.That(_stage.Simulator.Received.Single().Parts.Single(), Is.EqualTo(new OneBotPart("text", trap, default)));
    }

    [Test]
    public async Task A_long_card_keeps_its_link_and_whole_characters()
    {
        var link = new Uri("https://u.example/a");

        await _stage.SendAsync(new OutgoingMessage.News("内购券", string.Concat(Enumerable.Repeat("👨‍👩‍👧", 400)), link, null));

        var text = _stage.Simulator.Received.Single().Parts.Single().Text;
        Assert.That(text, Does.EndWith("👨‍👩‍👧…\nhttps://u.example/a"));
    }

    [Test]
    public async Task The_first_of_more_messages_than_a_minute_allows_is_held_back_without_a_call()
    {
        var adapter = WithBot(bot => bot with { MessagesPerMinute = 2 });
        await adapter.SendAsync(Some.Request("main", id: "1"), CancellationToken.None);
        await adapter.SendAsync(Some.Request("main", id: "2"), CancellationToken.None);

        var result = await adapter.SendAsync(Some.Request("main", id: "3"), CancellationToken.None);

        Assert.That(result, Is.InstanceOf<SendResult.Throttled>().With.Property(nameof(SendResult.Throttled.IsOwnCount)).True);
        Assert.That(_stage.Calls, Is.EqualTo(2));
    }

    private OneBotAdapter WithBot(Func<OneBotBot, OneBotBot> change) => _stage.NewAdapter(options => options with
    {
        Bots = new Dictionary<string, OneBotBot> { ["qq"] = change(options.Bots["qq"]) },
    });
}
