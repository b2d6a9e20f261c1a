using DealBot.Adapters.Preview;
using DealBot.ContractKit;
using DealBot.Contracts;

namespace DealBot.Adapters.Tests.Preview;

/// <summary>What is written into a preview folder is heard as if a member had said it.</summary>
[CancelAfter(120_000)]
public sealed class PreviewInboxTests
{
    private string _directory = null!;
    private string _file = null!;
    private ManualTime _time = null!;
    private Heard _heard = null!;

    [SetUp]
    public void SetUp()
    {
        _directory = Directory.CreateTempSubdirectory("dealbot-inbox-").FullName;
        Directory.CreateDirectory(Path.Combine(_directory, "demo"));
        _file = Path.Combine(_directory, "demo", "inbox.jsonl");
        (_time, _heard) = (new ManualTime(), new Heard());
    }

    [TearDown]
    public void TearDown() => Directory.Delete(_directory, recursive: true);

    [Test]
    public async Task Lines_are_told_in_order_each_once(CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(_file, """{ "sender": "u1", "text": "找 纸尿裤", "toBot": true }""" + "\n\nnonsense\n", cancellationToken);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = new PreviewAdapter(new PreviewOptions { Directory = _directory }, _time).ListenAsync(_heard, stopping.Token);
        await _time.TimerStartedAsync(cancellationToken);

        await File.AppendAllTextAsync(_file, """{ "joined": 3, "id": "j" }""" + "\n" + """{ "left": 1 }""" + "\n" + """{ "text": "half""", cancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));
        await _time.TimerStartedAsync(cancellationToken);
        _time.Advance(TimeSpan.FromSeconds(1));
        await _time.TimerStartedAsync(cancellationToken);
        await stopping.CancelAsync();

        Assert.That(async () => await listening, Throws.InstanceOf<OperationCanceledException>());
        var start = _time.GetUtcNow().AddSeconds(-2);
        Assert.That(_heard.Events, Is.EqualTo(new ChatEvent[]
        {
            new ChatEvent.MessageReceived("demo", "1", start, "u1", "找 纸尿裤", IsToBot: true),
            new ChatEvent.MembersJoined("demo", "j", start.AddSeconds(1), 3),
            new ChatEvent.MembersLeft("demo", "5", start.AddSeconds(1), 1),
        }));
    }

    [Test]
    public async Task Folder_that_is_not_there_yet_is_waited_for(CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var listening = new PreviewAdapter(new PreviewOptions { Directory = Path.Combine(_directory, "later") }, _time).ListenAsync(_heard, stopping.Token);
        await _time.TimerStartedAsync(cancellationToken);
        await stopping.CancelAsync();

        Assert.That(async () => await listening, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_heard.Events, Is.Empty);
    }

    private sealed class Heard : IChatEvents
    {
        public List<ChatEvent> Events { get; } = [];

        public ValueTask TakeAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
        {
            Events.Add(chatEvent);
            return ValueTask.CompletedTask;
        }
    }
}
