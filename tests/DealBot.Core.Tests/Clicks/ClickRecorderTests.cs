using DealBot.Core.Clicks;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Clicks;

public sealed class ClickRecorderTests
{
    [Test]
    public async Task A_click_counts_once_the_store_has_kept_it()
    {
        var store = new GatedStore();
        await using var recorder = Recorder(store);

        var kept = recorder.RecordAsync(Some.Click());
        await store.Entered.Task;
        Assert.That(kept.IsCompleted, Is.False, "not before it is on the disk");
        store.Open();

        Assert.That(await kept, Is.True);
        Assert.That(store.Batches.Single(), Is.EqualTo(new[] { Some.Click() }));
        Assert.That(store.Windows.Single(), Is.EqualTo(TimeSpan.FromHours(24)));
    }

    [Test]
    public async Task Clicks_that_come_while_the_store_writes_go_into_the_next_batch_together()
    {
        var store = new GatedStore();
        await using var recorder = Recorder(store);
        var first = recorder.RecordAsync(Some.Click(visitor: "first"));
        await store.Entered.Task;

        var rest = Enumerable.Range(0, 50).Select(n => recorder.RecordAsync(Some.Click(visitor: $"v{n}"))).ToList();
        store.Open();
        await Task.WhenAll(rest.Prepend(first));

        Assert.That(store.Batches.Select(batch => batch.Count), Is.EqualTo(new[] { 1, 50 }));
        Assert.That(store.Batches[1].Select(click => click.VisitorId), Is.EqualTo(Enumerable.Range(0, 50).Select(n => $"v{n}")), "in the order they came");
    }

    [Test]
    public async Task A_click_that_the_store_refuses_is_lost_said_so_and_the_next_one_is_kept()
    {
        var store = new GatedStore { Fault = new IOException("disk full") };
        store.Open();
        await using var recorder = Recorder(store);

        Assert.That(await recorder.RecordAsync(Some.Click()), Is.False);
        Assert.That(recorder.Lost, Is.EqualTo(1));

        store.Fault = null;
        Assert.That(await recorder.RecordAsync(Some.Click()), Is.True);
        Assert.That(recorder.Lost, Is.EqualTo(1));
    }

    [Test]
    public async Task When_the_queue_is_full_a_click_is_refused_at_once_rather_than_kept_in_memory()
    {
        const int queue = 8192;
        var store = new GatedStore();
        await using var recorder = Recorder(store);
        var first = recorder.RecordAsync(Some.Click());
        await store.Entered.Task;
        var waiting = Enumerable.Range(0, queue).Select(_ => recorder.RecordAsync(Some.Click())).ToList();

        var refused = recorder.RecordAsync(Some.Click());

        Assert.That(refused.IsCompletedSuccessfully && !refused.Result, Is.True);
        Assert.That(recorder.Lost, Is.EqualTo(1));
        store.Open();
        Assert.That(await Task.WhenAll(waiting.Prepend(first)), Is.All.True);
    }

    [Test]
    public async Task Disposing_writes_what_is_queued_and_refuses_what_comes_after()
    {
        var store = new GatedStore();
        var recorder = Recorder(store);
        var clicks = Enumerable.Range(0, 10).Select(_ => recorder.RecordAsync(Some.Click())).ToList();

        var disposing = recorder.DisposeAsync();
        store.Open();
        await disposing;

        Assert.That(await Task.WhenAll(clicks), Is.All.True);
        Assert.That(await recorder.RecordAsync(Some.Click()), Is.False);
    }

    [Test]
    public async Task A_recorder_that_was_never_used_ends_at_once()
    {
        var store = new GatedStore();

        await Recorder(store).DisposeAsync();

        Assert.That(store.Batches, Is.Empty);
    }

    private static ClickRecorder Recorder(IClickStore store) => new(store, new ClickOptions { UniqueHours = 24 }, NullLogger<ClickRecorder>.Instance);

    /// <summary>A store that writes nothing before it is opened.</summary>
    private sealed class GatedStore : IClickStore
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Exception? Fault { get; set; }

        public List<IReadOnlyList<Click>> Batches { get; } = [];

        public List<TimeSpan> Windows { get; } = [];

        public void Open() => _gate.SetResult();

        public async Task AppendAsync(IReadOnlyList<Click> clicks, TimeSpan uniqueWindow, CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            await _gate.Task;
            if (Fault is { } fault)
            {
                throw fault;
            }

            Batches.Add(clicks);
            Windows.Add(uniqueWindow);
        }
    }
}
