using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace DealBot.Core.Clicks;

/// <summary>
/// Keeps clicks in groups: whatever came in while the last transaction was being written goes into the next. Nobody is told that a
/// click counts before it is on the disk. Memory is bounded: when the queue is full, a click is refused rather than kept in RAM.
/// </summary>
public sealed class ClickRecorder : IAsyncDisposable
{
    private const int QueueSize = 8192;
    private const int BatchSize = 1024;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(QueueSize) { SingleReader = true });
    private readonly IClickStore _store;
    private readonly TimeSpan _uniqueWindow;
    private readonly ILogger<ClickRecorder> _logger;
    private readonly Lazy<Task> _writer;
    private long _lost;

    public ClickRecorder(IClickStore store, ClickOptions options, ILogger<ClickRecorder> logger)
    {
        (_store, _uniqueWindow, _logger) = (store, TimeSpan.FromHours(options.UniqueHours), logger);
        _writer = new Lazy<Task>(() => Task.Run(WriteAsync));
    }

    /// <summary>Clicks that could not be kept since the start: the queue was full or the database refused.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Keeps a click.</summary>
    /// <returns>True once it is on the disk; false if it could not be kept and was counted as lost.</returns>
    public Task<bool> RecordAsync(Click click)
    {
        _ = _writer.Value;
        var waiting = new Waiting(click, new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        if (_queue.Writer.TryWrite(waiting))
        {
            return waiting.Kept.Task;
        }

        Interlocked.Increment(ref _lost);
        return Task.FromResult(false);
    }

    /// <summary>Writes what is queued and ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        if (_writer.IsValueCreated)
        {
            await _writer.Value.ConfigureAwait(false);
        }
    }

    private async Task WriteAsync()
    {
        var batch = new List<Waiting>(BatchSize);
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < BatchSize && _queue.Reader.TryRead(out var waiting))
            {
                batch.Add(waiting);
            }

            var kept = await TryAppendAsync(batch).ConfigureAwait(false);
            batch.ForEach(waiting => waiting.Kept.SetResult(kept));
            batch.Clear();
        }
    }

    private async Task<bool> TryAppendAsync(List<Waiting> batch)
    {
        try
        {
            await _store.AppendAsync([.. batch.Select(waiting => waiting.Click)], _uniqueWindow, CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception)
        {
            // A supervised edge: whatever the database says, people must still be redirected and the writer must go on.
            Interlocked.Add(ref _lost, batch.Count);
            _logger.LogError(exception, "{Count} clicks could not be kept", batch.Count);
            return false;
        }
    }

    private sealed record Waiting(Click Click, TaskCompletionSource<bool> Kept);
}
