using DealBot.Adapters.Wechaty;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Wechaty.Real;

/// <summary>What the contract does not ask for, against Wechaty's own service: TLS, names, members, and what is heard.</summary>
[CancelAfter(120_000)]
public sealed class RealPeerTests
{
    private const string Topic = "家装群";

    private readonly EventLog _heard = new();
    private RealPeer _peer = null!;
    private RealPeerStage _stage = null!;

    [OneTimeSetUp]
    public void StartPeer() => _peer = RealPeer.Start();

    [OneTimeTearDown]
    public void StopPeer() => _peer?.Dispose();

    [SetUp]
    public void SetStage() => _stage = new RealPeerStage(_peer, $"{Topic} {TestContext.CurrentContext.Test.ID}");

    [TearDown]
    public async Task CloseStage()
    {
        await _stage.DisposeAsync();
        _peer.Do(new { @do = "left" });
    }

    [Test]
    public async Task Speaks_TLS_with_the_authority_and_the_server_name_of_the_token()
    {
        using var folder = new PemFile(_peer.Authority);
        var adapter = _stage.NewAdapter(_stage.Options(_peer.TlsEndpoint, caFile: folder.Path));

        Assert.That(await adapter.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.Sent>());
        Assert.That(_stage.Delivered(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Sends_nothing_to_a_service_whose_authority_it_does_not_trust()
    {
        var adapter = _stage.NewAdapter(_stage.Options(_peer.TlsEndpoint));

        Assert.That(await adapter.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.RetryAfter>());
        Assert.That(_stage.Calls, Is.Zero);
    }

    [Test]
    public async Task Names_the_token_or_the_room_at_fault()
    {
        var wrongToken = _stage.NewAdapter(_stage.Options(_peer.Endpoint, token: "insecure_wrong"));
        var wrongRoom = _stage.NewAdapter(_stage.Options(_peer.Endpoint, new WechatyRoom { Puppet = "home", Id = "1@chatroom" }));

        Assert.That(await wrongToken.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.Rejected>().With.Property("Field").EqualTo("Token"));
        Assert.That(await wrongRoom.SendAsync(Some.Request("main"), CancellationToken.None), Is.InstanceOf<SendResult.Rejected>().With.Property("Field").EqualTo("Id"));
        Assert.That((await wrongToken.TestAsync("main", CancellationToken.None)).Faults.Single().Field, Is.EqualTo("Token"));
        Assert.That((await wrongRoom.TestAsync("main", CancellationToken.None)).Faults.Single().Field, Is.EqualTo("Id"));
    }

    [Test]
    public async Task Finds_a_room_by_its_name_and_counts_its_members()
    {
        var topic = $"{Topic} {TestContext.CurrentContext.Test.ID}";
        var adapter = _stage.NewAdapter(_stage.Options(_peer.Endpoint, new WechatyRoom { Puppet = "home", Topic = topic }));

        Assert.That((await adapter.TestAsync("main", CancellationToken.None)).Note!.Zh, Is.EqualTo($"群「{topic}」，3 人"));
        Assert.That(await adapter.CountMembersAsync("main", CancellationToken.None), Is.EqualTo(3));
    }

    [Test]
    public async Task Hears_members_write_come_and_go_but_not_itself(CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = _stage.Adapter.ListenAsync(_heard, stopping.Token);
        _peer.Do(new { @do = "listened" });

        await _stage.Adapter.SendAsync(Some.Request("main"), cancellationToken);
        _peer.Do(new { @do = "say", room = _stage.RoomId, from = "alice", text = "帮助", mention = true });
        _peer.Do(new { @do = "join", room = _stage.RoomId, names = new[] { "carol", "dave" } });
        _peer.Do(new { @do = "leave", room = _stage.RoomId, name = "carol" });

        var message = (ChatEvent.MessageReceived)await _heard.NextAsync(cancellationToken);
        Assert.That((message.Address, message.Text, message.IsToBot, message.SenderId), Is.EqualTo(("main", "帮助", true, IdOf("alice"))));
        Assert.That(await _heard.NextAsync(cancellationToken), Is.InstanceOf<ChatEvent.MembersJoined>().With.Property("Count").EqualTo(2));
        Assert.That(await _heard.NextAsync(cancellationToken), Is.InstanceOf<ChatEvent.MembersLeft>().With.Property("Count").EqualTo(1));

        await stopping.CancelAsync();
        Assert.That(async () => await listening, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Gives_up_a_stream_that_another_program_holds_and_goes_on_to_send(CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = _stage.Adapter.ListenAsync(_heard, stopping.Token);
        _peer.Do(new { @do = "listened" });

        var second = _stage.NewAdapter(_stage.Options(_peer.Endpoint));
        var refused = second.ListenAsync(new EventLog(), cancellationToken);
        await _stage.Time.PassUntilAsync(refused, cancellationToken);

        await Assert.ThrowsAsync<ChatListenerException>(() => refused);
        Assert.That(await second.SendAsync(Some.Request("main"), cancellationToken), Is.InstanceOf<SendResult.Sent>());
        await stopping.CancelAsync();
        Assert.That(async () => await first, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Says_so_when_the_account_is_logged_out()
    {
        _peer.Do(new { @do = "logout" });
        try
        {
            var first = await _stage.Adapter.SendAsync(Some.Request("main"), CancellationToken.None);
            _stage.Time.Advance(TimeSpan.FromMinutes(1));
            var second = await _stage.Adapter.SendAsync(Some.Request("main"), CancellationToken.None);

            Assert.That(first, Is.InstanceOf<SendResult.RetryAfter>());
            Assert.That(Wording.ReasonOf(second)!.Zh, Does.Contain("扫码"));
        }
        finally
        {
            _peer.Do(new { @do = "login" });
        }
    }

    private string IdOf(string name) => _peer.Do(new { @do = "id", name }).GetString()!;

    private sealed class PemFile : IDisposable
    {
        public PemFile(string pem) => File.WriteAllText(Path, pem);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
