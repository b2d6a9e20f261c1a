using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Posting;

/// <summary>Posts that may have arrived: proved where that can be, told where it can't.</summary>
public sealed class UnknownRoundTests
{
    private PostingStage _stage = null!;

    [SetUp]
    public void SetUp() => _stage = new PostingStage();

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task The_owner_is_told_once_which_post_what_it_says_and_how_to_send_it_again()
    {
        await UnknownAsync("💰 纸尿裤 L 码\n券后 39.9 元，今天的好价比平时便宜不少");

        Assert.That(await Round(_stage.Adapter).RunAsync(default), Is.EqualTo(1));
        Assert.That(await Round(_stage.Adapter).RunAsync(default), Is.Zero);

        var notice = _stage.Told.Notices.Single();
        Assert.That((notice.OwnerId, notice.Kind, notice.Subject), Is.EqualTo(("li", "post_unknown", "p1")));
        Assert.That(notice.Text.Zh, Does.Contain("“宝妈一群”06-01 09:00").And.Contain("“💰 纸尿裤 L 码 券后 39.9 元，今天的好…”").And.Contain("dealbot resend p1"));
        Assert.That(notice.Text.En, Does.Contain("dealbot resend p1").And.Contain("09:00").And.Contain("cause"));
    }

    [Test]
    public async Task Of_an_answer_of_the_bot_nobody_is_told()
    {
        await UnknownAsync();
        _stage.Execute("PRAGMA defer_foreign_keys = ON; UPDATE posts SET post_id = 'reply.1'; UPDATE messages SET post_id = 'reply.1'");

        Assert.That(await Round(_stage.Adapter).RunAsync(default), Is.Zero);
        Assert.That(await Round(_stage.Adapter).RunAsync(default), Is.Zero);

        Assert.That(_stage.Told.Notices, Is.Empty);
        Assert.That(_stage.Query<long>("SELECT reviewed FROM posts").Single(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_the_adapter_finds_in_the_chat_counts_as_sent_and_nobody_is_told()
    {
        await UnknownAsync();

        await Round(new Prover(new DeliveryProof.Delivered("id-7"))).RunAsync(default);

        Assert.That(State(), Is.EqualTo("sent"));
        Assert.That(_stage.Query<string>("SELECT platform_id FROM messages").Single(), Is.EqualTo("id-7"));
        Assert.That(_stage.Told.Notices, Is.Empty);
    }

    [Test]
    public async Task What_the_adapter_knows_not_to_be_there_is_planned_again_at_once()
    {
        await UnknownAsync();

        await Round(new Prover(new DeliveryProof.NotDelivered())).RunAsync(default);

        Assert.That(await _stage.Outbox.LeaseDueAsync(_stage.Clock.Now, TimeSpan.FromMinutes(2), 8, default), Has.Count.EqualTo(1));
        Assert.That(_stage.Told.Notices, Is.Empty);
    }

    [Test]
    public async Task The_adapter_is_asked_for_the_very_message_that_is_in_question()
    {
        await UnknownAsync("words");
        var prover = new Prover(new DeliveryProof.Unknowable());

        await Round(prover).RunAsync(default);

        Assert.That(prover.Asked, Is.EqualTo(new[] { new SendRequest("p1.0", "demo", new OutgoingMessage.Text("words")) }));
    }

    // The latter is what a client's own time-out throws.
    [TestCase(typeof(InvalidOperationException))]
    [TestCase(typeof(TaskCanceledException))]
    public async Task An_adapter_that_throws_proves_nothing(Type fault)
    {
        await UnknownAsync();

        await Round(new Prover(null, (Exception)Activator.CreateInstance(fault)!)).RunAsync(default);

        Assert.That(State(), Is.EqualTo("unknown"));
        Assert.That(_stage.Told.Notices, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_post_of_an_adapter_that_is_gone_is_told_all_the_same()
    {
        await UnknownAsync();

        await Round(adapter: null).RunAsync(default);

        Assert.That(_stage.Told.Notices, Has.Count.EqualTo(1));
    }

    private UnknownRound Round(IMessagingAdapter? adapter)
    {
        var adapters = adapter is null ? [] : new Dictionary<string, IMessagingAdapter> { ["preview"] = adapter };
        var prover = new DeliveryProver(adapters, new PictureFiles(_stage.Posters, _stage.Clock), NullLogger<DeliveryProver>.Instance);
        return new UnknownRound(new PostRecovery(_stage.Database), prover, _stage.Configuration, _stage.Told, _stage.Clock);
    }

    private async Task UnknownAsync(string text = "words")
    {
        var now = _stage.Clock.Now;
        await _stage.Outbox.PlanAsync(Some.Post("p1", now) with { Messages = [StoredMessage.OfText(text)] }, default);
        var leased = (await _stage.Outbox.LeaseDueAsync(now, TimeSpan.FromMinutes(2), 8, default)).Single();
        await _stage.Outbox.BeginSendAsync(leased, 0, now, default);
        await _stage.Outbox.RecordAsync(leased, 0, new MessageOutcome.Unknown(Some.Phrase), now, default);
    }

    private string State() => _stage.Query<string>("SELECT state FROM posts").Single();

    /// <summary>An adapter that can look into its chat; without an answer it throws.</summary>
    private sealed class Prover(DeliveryProof? proof, Exception? fault = null) : IMessagingAdapter, IDeliveryProof
    {
        public List<SendRequest> Asked { get; } = [];

        public string Name => "preview";

        public AdapterLimits Limits { get; } = new() { Kinds = MessageKinds.Text, TextLength = 100 };

        public bool Knows(string address) => true;

        public Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<DeliveryProof> ProveAsync(SendRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request);
            return proof is null ? throw fault! : Task.FromResult(proof);
        }
    }
}
