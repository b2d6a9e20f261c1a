using DealBot.Core.Clicks;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Clicks;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ClickRecorderTests
{
    private readonly ClickLosses _losses = new();

    [Test]
    public async Task A_click_counts_once_the_journal_has_kept_it()
    {
        using var journal = new GatedJournal();
        await using var recorder = Recorder(journal);

        var kept = recorder.RecordAsync(Some.Click());
        await journal.Entered.Task;
        Assert.That(kept.IsCompleted, Is.False, "not before it is on the disk");
        journal.Open();

        Assert.That(await kept, Is.True);
        Assert.That(journal.Groups.Single(), Is.EqualTo(new[] { Some.Click() }));
    }

    [Test]
    public async Task Clicks_that_come_while_the_disk_is_busy_go_into_the_next_group_together()
    {
        using var journal = new GatedJournal();
        await using var recorder = Recorder(journal);
        var first = recorder.RecordAsync(Some.Click(visitor: "first"));
        await journal.Entered.Task;

        var rest = Enumerable.Range(0, 50).Select(n => recorder.RecordAsync(Some.Click(visitor: $"v{n}"))).ToList();
        journal.Open();
        await Task.WhenAll(rest.Prepend(first));

        Assert.That(journal.Groups.Select(group => group.Count), Is.EqualTo(new[] { 1, 50 }));
        Assert.That(journal.Groups[1].Select(click => click.VisitorId), Is.EqualTo(Enumerable.Range(0, 50).Select(n => $"v{n}")), "in the order they came");
    }

    [Test]
    public async Task A_click_that_the_disk_refuses_is_lost_said_so_and_the_next_one_is_kept()
    {
        using var journal = new GatedJournal { Fault = new IOException("disk full") };
        journal.Open();
        await using var recorder = Recorder(journal);

        Assert.That(await recorder.RecordAsync(Some.Click()), Is.False);
        Assert.That(recorder.Lost, Is.EqualTo(1));

        journal.Fault = null;
        Assert.That(await recorder.RecordAsync(Some.Click()), Is.True);
        Assert.That(recorder.Lost, Is.EqualTo(1));
    }

    [Test]
    public async Task When_too_many_wait_a_click_is_refused_at_once_rather_than_kept_in_memory()
    {
        using var journal = new GatedJournal();
        await using var recorder = Recorder(journal);
        var first = recorder.RecordAsync(Some.Click());
        await journal.Entered.Task;
        var waiting = Enumerable.Range(0, ClickRecorder.MostWaiting).Select(_ => recorder.RecordAsync(Some.Click())).ToList();

        var refused = recorder.RecordAsync(Some.Click());

        Assert.That(refused.IsCompletedSuccessfully && !await refused, Is.True);
        Assert.That(_losses.Take(), Is.EqualTo(new[] { new LostClicks("mama-1", Some.Morning.ToUniversalTime(), 1) }));
        journal.Open();
        Assert.That(await Task.WhenAll(waiting.Prepend(first)), Is.All.True);
    }

    [Test]
    public async Task Disposing_writes_what_waits_and_refuses_what_comes_after()
    {
        using var journal = new GatedJournal();
        journal.Open();
        var recorder = Recorder(journal);
        var clicks = Enumerable.Range(0, 10).Select(_ => recorder.RecordAsync(Some.Click())).ToList();

        await recorder.DisposeAsync();

        Assert.That(await Task.WhenAll(clicks), Is.All.True);
        Assert.That(await recorder.RecordAsync(Some.Click()), Is.False);
    }

    [Test]
    public async Task A_recorder_that_was_never_used_ends_at_once()
    {
        using var journal = new GatedJournal();

        await Recorder(journal).DisposeAsync();

        Assert.That(journal.Groups, Is.Empty);
    }

    private ClickRecorder Recorder(IClickJournal journal) => new(journal, _losses, NullLogger<ClickRecorder>.Instance);

    /// <summary>A journal that writes nothing before it is opened.</summary>
    private sealed class GatedJournal : IClickJournal, IDisposable
    {
        private readonly ManualResetEventSlim _gate = new();

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Fault { get; set; }

        public List<IReadOnlyList<Click>> Groups { get; } = [];

        public void Open() => _gate.Set();

        public void Append(IReadOnlyList<Click> clicks)
        {
            Entered.TrySetResult();

            // Only a test that has failed leaves it closed; one whose machine stands still must not find it open by itself.
            _gate.Wait(TimeSpan.FromSeconds(60));
            if (Fault is { } fault)
            {
                throw fault;
            }

            Groups.Add([.. clicks]);
        }

        public void Dispose() => _gate.Dispose();
    }
}
