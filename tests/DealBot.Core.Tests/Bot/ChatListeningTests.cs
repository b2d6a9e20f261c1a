using System.Threading.Channels;
using DealBot.Contracts;
using DealBot.Core.Bot;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using DealBot.Core.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using ManualTime = DealBot.ContractKit.ManualTime;

namespace DealBot.Core.Tests.Bot;

[CancelAfter(120_000)]
public sealed class ChatListeningTests
{
    private ManualTime _time = null!;
    private ListenerBoard _board = null!;
    private FakeNotices _notices = null!;
    private ListeningAdapter _adapter = null!;
    private BotStage _stage = null!;

    [SetUp]
    public void SetUp() =>
        (_time, _board, _notices, _adapter, _stage) = (new ManualTime(), new ListenerBoard(), new FakeNotices(), new ListeningAdapter(), new BotStage());

    [TearDown]
    public void TearDown() => _stage.Dispose();

    [Test]
    public async Task Adapter_that_breaks_off_is_begun_again_with_growing_pauses(CancellationToken cancellationToken)
    {
        _adapter.Listen = (_, _) => throw new InvalidOperationException();
        await using var listening = Start(cancellationToken);

        await _adapter.CalledAsync(cancellationToken);
        await PassAsync(2, cancellationToken);
        await _adapter.CalledAsync(cancellationToken);
        await PassAsync(4, cancellationToken);
        await _adapter.CalledAsync(cancellationToken);

        Assert.That(_adapter.Calls, Is.EqualTo(3));
    }

    [Test]
    public async Task Refusal_is_told_and_tried_again_only_after_an_hour(CancellationToken cancellationToken)
    {
        _adapter.Listen = (_, _) => throw new ChatListenerException(Some.Phrase, "Token");
        await using var listening = Start(cancellationToken);
        await _adapter.CalledAsync(cancellationToken);

        await PassAsync(3590, cancellationToken);
        await _time.TimerStartedAsync(cancellationToken);
        Assert.That(_adapter.Calls, Is.EqualTo(1));
        _time.Advance(TimeSpan.FromSeconds(10));
        await _adapter.CalledAsync(cancellationToken);
        await BrokenOffAsync(cancellationToken);
        Assert.That(_notices.Notices.Select(notice => (notice.Kind, notice.Subject, notice.OwnerId)), Is.All.EqualTo(("chat_listener", "preview", "li")));
        Assert.That(_notices.Notices[0].Text.Zh, Does.Contain("Token").And.Contain(Some.Phrase.Zh));
        Assert.That(_board.Standings.Single().Reason, Is.EqualTo(Some.Phrase));
    }

    [Test]
    public async Task Refusal_is_tried_again_when_the_configuration_changes(CancellationToken cancellationToken)
    {
        _adapter.Listen = (_, _) => throw new ChatListenerException(Some.Phrase);
        await using var listening = Start(cancellationToken);
        await _adapter.CalledAsync(cancellationToken);

        _stage.Posting.Config.Edit(GroupsFile.Name, "宝妈一群", "宝妈一号群");
        await BrokenOffAsync(cancellationToken);
        _stage.Posting.Configuration.Refresh();
        _time.Advance(TimeSpan.FromSeconds(5));

        await _adapter.CalledAsync(cancellationToken);
    }

    [Test]
    public async Task Listening_ends_when_nobody_wants_it_any_more(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource();
        _adapter.Listen = async (_, token) =>
        {
            await using var registration = token.Register(ended.SetResult);
            await Task.Delay(Timeout.Infinite, token);
        };
        await using var listening = Start(cancellationToken);
        await _adapter.CalledAsync(cancellationToken);
        await _time.TimerStartedAsync(cancellationToken);

        _stage.Posting.Config.Edit(GroupsFile.Name, "\"bot\": true", "\"bot\": false");
        _stage.Posting.Config.Edit(OwnersFile.Name, "\"commanders\": { \"preview\": [\"boss\"] },", "");
        _stage.Posting.Configuration.Refresh();
        _time.Advance(TimeSpan.FromSeconds(5));

        await ended.Task.WaitAsync(cancellationToken);
    }

    [Test]
    public async Task What_is_heard_is_taken(CancellationToken cancellationToken)
    {
        var taken = new TaskCompletionSource();
        _adapter.Listen = async (events, token) =>
        {
            await events.TakeAsync(new ChatEvent.MessageReceived("demo", "1", _stage.Posting.Clock.Now, BotStage.Member, "帮助", IsToBot: false), token);
            taken.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        };
        await using var listening = Start(cancellationToken);

        await taken.Task.WaitAsync(cancellationToken);
        await _stage.AnswerAsync();

        Assert.That(_stage.Answers("1"), Has.Count.EqualTo(1));
    }

    private Running Start(CancellationToken cancellationToken)
    {
        var posting = _stage.Posting.Scope with { Adapters = new Dictionary<string, IMessagingAdapter> { ["preview"] = _adapter } };
        var listening = new ChatListening(_stage.Intake, _board, new BotScope(posting, _time, _ => Task.CompletedTask), _notices, NullLogger<ChatListening>.Instance);
        return new Running(listening, cancellationToken);
    }

    /// <summary>Lets time pass once the adapter has broken off.</summary>
    private async Task PassAsync(int seconds, CancellationToken cancellationToken)
    {
        await BrokenOffAsync(cancellationToken);
        _time.Advance(TimeSpan.FromSeconds(seconds));
    }

    /// <summary>
    /// Waits until an attempt that was called has ended and is noted and told: then there are two timers more, that of the look and that of the pause.
    /// </summary>
    private async Task BrokenOffAsync(CancellationToken cancellationToken)
    {
        await _time.TimerStartedAsync(cancellationToken);
        await _time.TimerStartedAsync(cancellationToken);
    }

    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stopping;
        private readonly Task _task;

        public Running(ChatListening listening, CancellationToken cancellationToken)
        {
            _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _task = listening.RunAsync(_stopping.Token);
        }

        public async ValueTask DisposeAsync()
        {
            await _stopping.CancelAsync();
            await _task;
            _stopping.Dispose();
        }
    }

    private sealed class ListeningAdapter : IMessagingAdapter, IChatListener
    {
        private readonly Channel<int> _called = Channel.CreateUnbounded<int>();
        private int _calls;

        public Func<IChatEvents, CancellationToken, Task> Listen { get; set; } = (_, token) => Task.Delay(Timeout.Infinite, token);

        public int Calls => _calls;

        public string Name => "preview";

        public AdapterLimits Limits { get; } = new() { Kinds = MessageKinds.Text, TextLength = 2048 };

        public async Task CalledAsync(CancellationToken cancellationToken) => await _called.Reader.ReadAsync(cancellationToken);

        public bool Knows(string address) => true;

        public Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken) => Task.FromResult<SendResult>(new SendResult.Sent());

        public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken) => Task.FromResult(AddressReport.Proven());

        public async Task ListenAsync(IChatEvents events, CancellationToken cancellationToken)
        {
            _called.Writer.TryWrite(Interlocked.Increment(ref _calls));
            await Listen(events, cancellationToken);
        }
    }
}
