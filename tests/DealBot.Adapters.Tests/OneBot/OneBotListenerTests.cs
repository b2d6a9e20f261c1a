using System.Net;
using System.Net.Sockets;
using DealBot.Adapters.OneBot;
using DealBot.Contracts;
using DealBot.Simulators.OneBot;

namespace DealBot.Adapters.Tests.OneBot;

/// <summary>The connection over which a bridge tells what happens.</summary>
[CancelAfter(120_000)]
public sealed class OneBotListenerTests
{
    private static readonly string Joined =
        """{"time":1760000000,"self_id":10001000,"post_type":"notice","notice_type":"group_increase","sub_type":"approve","group_id":123456,"operator_id":0,"user_id":200300}""";

    private OneBotStage _stage = null!;
    private EventLog _log = null!;
    private CancellationTokenSource _end = null!;

    [SetUp]
    public async Task SetStage()
    {
        _stage = await OneBotStage.SetAsync(isSocket: true);
        (_log, _end) = (new EventLog(), new CancellationTokenSource());
    }

    [TearDown]
    public async Task CloseStage()
    {
        await _end.CancelAsync();
        _end.Dispose();
        await _stage.DisposeAsync();
    }

    [Test]
    public async Task Events_are_told_until_it_is_cancelled(CancellationToken cancellationToken)
    {
        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);
        await _stage.Simulator.SocketsOpenAsync(1, cancellationToken);

        await _stage.Simulator.PushAsync(Joined, cancellationToken);

        Assert.That(await _log.NextAsync(cancellationToken), Is.InstanceOf<ChatEvent.MembersJoined>());
        await _end.CancelAsync();
        Assert.That(async () => await listening, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_name_with_half_an_emoji_does_not_deafen_the_bot(CancellationToken cancellationToken)
    {
        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);
        await _stage.Simulator.SocketsOpenAsync(1, cancellationToken);

        await _stage.Simulator.PushAsync(Joined.Replace("\"approve\"", "\"\\ud83d\"", StringComparison.Ordinal), cancellationToken);

        Assert.That(await _log.NextAsync(cancellationToken), Is.InstanceOf<ChatEvent.MembersJoined>());
        Assert.That(listening.IsCompleted, Is.False);
    }

    [Test]
    public async Task Messages_are_posted_beside_it(CancellationToken cancellationToken)
    {
        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);
        await _stage.Simulator.SocketsOpenAsync(1, cancellationToken);

        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Sent>());

        await _stage.Simulator.PushAsync(Joined, cancellationToken);
        await _log.NextAsync(cancellationToken);
        Assert.That(listening.IsCompleted, Is.False);
    }

    [Test]
    public async Task A_connection_that_breaks_is_made_again_after_growing_pauses(CancellationToken cancellationToken)
    {
        _stage.Simulator.RefuseSockets(502);
        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);
        foreach (var seconds in new[] { 1, 2, 4 })
        {
            await _stage.Time.TimerStartedAsync(cancellationToken);
            _stage.Time.Advance(TimeSpan.FromSeconds(seconds));
        }

        await _stage.Time.TimerStartedAsync(cancellationToken);
        _stage.Simulator.RefuseSockets(null);
        _stage.Time.Advance(TimeSpan.FromSeconds(7));
        Assert.That(_stage.Simulator.Sockets, Is.Zero, "the fourth pause is 8 seconds");

        _stage.Time.Advance(TimeSpan.FromSeconds(1));
        await _stage.Simulator.SocketsOpenAsync(1, cancellationToken);
        Assert.That(listening.IsCompleted, Is.False);
    }

    [Test]
    public async Task A_bridge_that_hangs_is_tried_again(CancellationToken cancellationToken)
    {
        using var hanging = new TcpListener(IPAddress.Loopback, 0);
        hanging.Start();
        var adapter = _stage.NewAdapter(_ => OneBotStage.OptionsFor(new Uri($"ws://{hanging.LocalEndpoint}")) with { TimeoutSeconds = 1 });
        var listening = adapter.ListenAsync(_log, _end.Token);

        // The second is real: on a busy machine an attempt may be over before it has got here, and the next one comes instead.
        var tried = AcceptTwoAsync(hanging, cancellationToken);
        await _stage.Time.PassUntilAsync(tried, cancellationToken);

        foreach (var connection in await tried)
            connection.Dispose();
        Assert.That(listening.IsCompleted, Is.False);
    }

    [Test]
    public async Task Dropped_it_connects_again_and_hears_on(CancellationToken cancellationToken)
    {
        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);
        await _stage.Simulator.SocketsOpenAsync(1, cancellationToken);
        await _stage.Simulator.PushAsync(Joined, cancellationToken);
        await _log.NextAsync(cancellationToken);

        _stage.Simulator.DropSockets();
        await _stage.Simulator.SocketsOpenAsync(0, cancellationToken);
        await _stage.Time.TimerStartedAsync(cancellationToken);
        _stage.Time.Advance(TimeSpan.FromSeconds(1));
        await _stage.Simulator.SocketsOpenAsync(1, cancellationToken);
        await _stage.Simulator.PushAsync(Joined, cancellationToken);

        Assert.That((await _log.NextAsync(cancellationToken)).EventId, Is.EqualTo(_log.All[0].EventId));
        Assert.That(listening.IsCompleted, Is.False);
    }

    [Test]
    public async Task Three_missed_heartbeats_end_a_connection_that_looks_alive(CancellationToken cancellationToken)
    {
        var listening = _stage.Adapter.ListenAsync(_log, _end.Token);
        await _stage.Simulator.SocketsOpenAsync(1, cancellationToken);
        await _stage.Simulator.PushAsync(
            """{"time":1760000000,"self_id":10001000,"post_type":"meta_event","meta_event_type":"heartbeat","interval":30000,"status":{"online":true,"good":true}}""", cancellationToken);
        await _stage.Time.TimerStartedAsync(cancellationToken);

        _stage.Time.Advance(TimeSpan.FromSeconds(90));

        await _stage.Simulator.SocketsOpenAsync(0, cancellationToken);
        Assert.That(listening.IsCompleted, Is.False);
    }

    [TestCase(OneBotDialect.Standard)]
    [TestCase(OneBotDialect.NapCat)]
    public async Task A_wrong_token_ends_it_and_names_the_field(OneBotDialect dialect)
    {
        await using var stage = await OneBotStage.SetAsync(dialect, isSocket: true);
        var adapter = stage.NewAdapter(options => options with
        {
            Bots = new Dictionary<string, OneBotBot> { ["qq"] = options.Bots["qq"] with { AccessToken = "wrong-token" } },
        });

        var exception = await Assert.CatchAsync<ChatListenerException>(() => adapter.ListenAsync(_log, _end.Token));

        Assert.That(exception!.Field, Is.EqualTo(nameof(OneBotBot.AccessToken)));
        Assert.That($"{exception}", Does.Not.Contain("wrong-token"));
    }

    [Test]
    public async Task A_bot_with_a_wrong_token_does_not_deafen_another(CancellationToken cancellationToken)
    {
        var adapter = _stage.NewAdapter(options => options with
        {
            Bots = new Dictionary<string, OneBotBot> { ["qq"] = options.Bots["qq"], ["other"] = options.Bots["qq"] with { AccessToken = "wrong-token" } },
        });
        var listening = adapter.ListenAsync(_log, _end.Token);
        await _stage.Time.TimerStartedAsync(cancellationToken);
        await _stage.Simulator.SocketsOpenAsync(1, cancellationToken);

        await _stage.Simulator.PushAsync(Joined, cancellationToken);

        Assert.That(await _log.NextAsync(cancellationToken), Is.InstanceOf<ChatEvent.MembersJoined>());
        Assert.That(listening.IsCompleted, Is.False);
    }

    [Test]
    public async Task A_limiter_before_the_WebSocket_is_left_alone_as_long_as_it_asks()
    {
        _stage.Simulator.RefuseSockets(429, "90");

        var result = await _stage.SendAsync();

        Assert.That(result, Is.InstanceOf<SendResult.Throttled>().With.Property(nameof(SendResult.Throttled.Delay)).EqualTo(TimeSpan.FromSeconds(90)));
    }

    [TestCase(502)]
    [TestCase(200)]
    public async Task A_WebSocket_that_is_refused_has_certainly_sent_nothing(int status)
    {
        _stage.Simulator.RefuseSockets(status);

        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.RetryAfter>());
        Assert.That(_stage.Calls, Is.Zero);
    }

    [Test]
    public async Task A_page_where_the_WebSocket_should_be_is_a_wrong_address()
    {
        _stage.Simulator.RefuseSockets(404);

        Assert.That(await _stage.SendAsync(), Is.InstanceOf<SendResult.Rejected>().With.Property(nameof(SendResult.Rejected.Field)).EqualTo(nameof(OneBotBot.Url)));
    }

    /// <summary>Both stay open: who was cut off would know that nobody answers.</summary>
    private static async Task<TcpClient[]> AcceptTwoAsync(TcpListener listener, CancellationToken cancellationToken) =>
        [await listener.AcceptTcpClientAsync(cancellationToken), await listener.AcceptTcpClientAsync(cancellationToken)];
}
