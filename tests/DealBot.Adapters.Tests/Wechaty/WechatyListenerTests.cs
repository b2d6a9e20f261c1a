using DealBot.Contracts;
using DealBot.Simulators.Wechaty;

namespace DealBot.Adapters.Tests.Wechaty;

[CancelAfter(120_000)]
public sealed class WechatyListenerTests
{
    private const string Room = WechatyStage.RoomId;

    private readonly EventLog _heard = new();
    private WechatyStage _stage = null!;
    private CancellationTokenSource _stopping = null!;
    private Task _listening = Task.CompletedTask;

    [SetUp]
    public async Task SetStage() => (_stage, _stopping) = (await WechatyStage.SetAsync(), new CancellationTokenSource());

    [TearDown]
    public async Task CloseStage()
    {
        await _stopping.CancelAsync();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
        await _stage.DisposeAsync();
    }

    [Test]
    public async Task Tells_what_members_write_and_starts_the_puppet_after_it_listens(CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);

        _stage.Simulator.Say("m1", Room, "alice", "找 纸尿裤");

        Assert.That(
            await _heard.NextAsync(cancellationToken),
            Is.EqualTo(new ChatEvent.MessageReceived("main", "m1", _stage.Time.GetUtcNow(), "alice", "找 纸尿裤", IsToBot: false)));
        Assert.That(_stage.Simulator.Starts, Is.EqualTo(1));
    }

    [TestCase("@小助手\u2005找 纸尿裤", "找 纸尿裤")]
    [TestCase("找 纸尿裤 @小 助手\u2005", "找 纸尿裤")]
    [TestCase("@bot 找 纸尿裤", "找 纸尿裤")]
    [TestCase("找 a@b.example", "找 a@b.example")]
    public async Task Leaves_the_mention_of_the_bot_out(string text, string rest, CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);

        _stage.Simulator.Say("m1", Room, "alice", text, 7, "bob", "bot");

        var message = (ChatEvent.MessageReceived)await _heard.NextAsync(cancellationToken);
        Assert.That((message.Text, message.IsToBot), Is.EqualTo((rest, true)));
    }

    [Test]
    public async Task Tells_a_shared_link_as_text(CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);

        _stage.Simulator.Share("m1", Room, "alice", "纸尿裤 L 码", "https://item.example/1.html");

        Assert.That(((ChatEvent.MessageReceived)await _heard.NextAsync(cancellationToken)).Text, Is.EqualTo("纸尿裤 L 码\nhttps://item.example/1.html"));
    }

    /// <summary>6 is a picture among the puppet's own numbers and a text among the protocol's names.</summary>
    [Test]
    public async Task Keeps_to_itself_what_concerns_nobody(CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);

        _stage.Simulator.Say("own", Room, "bot", "券后 9.9 元");
        _stage.Simulator.Say("private", "", "alice", "帮助");
        _stage.Simulator.Say("elsewhere", "99@chatroom", "alice", "帮助");
        _stage.Simulator.Say("picture", Room, "alice", "<img/>", kind: 6);
        _stage.Simulator.Push(2, new { messageId = "gone" });
        _stage.Simulator.Push(17, new { friendshipId = "f" });
        _stage.Simulator.Say("last", Room, "alice", "帮助");

        Assert.That((await _heard.NextAsync(cancellationToken)).EventId, Is.EqualTo("last"));
    }

    [TestCase(1_781_773_200_000)]
    [TestCase(1_781_773_200)]
    public async Task Tells_who_comes_and_goes_but_for_the_bot(long timestamp, CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);

        _stage.Simulator.Push(19, new { inviteeIdList = new[] { "bot" }, roomId = Room, timestamp });
        _stage.Simulator.Push(19, new { inviteeIdList = new[] { "bot", "carol", "dave" }, inviterId = "alice", roomId = Room, timestamp });
        _stage.Simulator.Push(20, new { removeeIdList = new[] { "carol" }, removerId = "carol", roomId = Room, timestamp });

        var at = new DateTimeOffset(2026, 6, 18, 9, 0, 0, TimeSpan.Zero);
        var joined = (ChatEvent.MembersJoined)await _heard.NextAsync(cancellationToken);
        Assert.That((joined.Address, joined.Count, joined.At), Is.EqualTo(("main", 2, at)));
        var left = (ChatEvent.MembersLeft)await _heard.NextAsync(cancellationToken);
        Assert.That((left.Address, left.Count, left.At), Is.EqualTo(("main", 1, at)));
        Assert.That(left.EventId, Has.Length.LessThanOrEqualTo(120).And.Not.EqualTo(joined.EventId));
    }

    [Test]
    public async Task Listens_again_when_the_stream_breaks(CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);

        _stage.Simulator.BreakStream();
        await ListenedAgainAsync(_stage.Simulator, cancellationToken);
        _stage.Simulator.Say("m2", Room, "alice", "帮助");

        Assert.That((await _heard.NextAsync(cancellationToken)).EventId, Is.EqualTo("m2"));
    }

    [Test]
    public async Task Listens_again_and_starts_the_puppet_again_when_the_service_was_started_anew(CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);
        // What is heard shows that the puppet was started: a start that is still on its way could reach the second service.
        _stage.Simulator.Say("m1", Room, "alice", "帮助");
        await _heard.NextAsync(cancellationToken);
        var port = _stage.Simulator.BaseAddress.Port;

        await _stage.Simulator.DisposeAsync();
        await using var second = await WechatySimulator.StartAsync(WechatyStage.SimulatorFor(_stage.Time) with { Port = port }, cancellationToken);
        await ListenedAgainAsync(second, cancellationToken);
        second.Say("m2", Room, "alice", "帮助");

        Assert.That((await _heard.NextAsync(cancellationToken)).EventId, Is.EqualTo("m2"));
        Assert.That(second.Starts, Is.EqualTo(1));
    }

    [Test]
    public async Task Gives_up_a_stream_that_another_program_holds_and_says_so(CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);
        var second = _stage.NewAdapter().ListenAsync(new EventLog(), cancellationToken);

        await _stage.Time.PassUntilAsync(second, cancellationToken);

        var exception = (await Assert.ThrowsAsync<ChatListenerException>(() => second))!;
        Assert.That(exception.Reason.Zh, Does.Contain("别的程序"));
    }

    [Test]
    public async Task Names_the_token_when_the_service_does_not_accept_it(CancellationToken cancellationToken)
    {
        var adapter = _stage.NewAdapter(token: "puppet_wrong");

        var exception = (await Assert.ThrowsAsync<ChatListenerException>(() => adapter.ListenAsync(_heard, cancellationToken)))!;

        Assert.That(exception.Field, Is.EqualTo("Token"));
        Assert.That($"{exception}", Does.Not.Contain("puppet_wrong"));
    }

    [Test]
    public async Task Sends_while_it_listens(CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);

        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Sent>());
        Assert.That(_stage.Simulator.Starts, Is.EqualTo(1));
    }

    [Test]
    public async Task Ends_when_cancelled(CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);

        await _stopping.CancelAsync();

        Assert.That(async () => await _listening, Throws.InstanceOf<OperationCanceledException>());
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        _listening = _stage.Adapter.ListenAsync(_heard, _stopping.Token);
        await _stage.Simulator.ListenerAsync(cancellationToken);
    }

    private Task ListenedAgainAsync(WechatySimulator simulator, CancellationToken cancellationToken) =>
        _stage.Time.PassUntilAsync(simulator.ListenerAsync(cancellationToken), cancellationToken);
}
