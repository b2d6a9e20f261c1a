using Microsoft.Extensions.Logging;

namespace DealBot.Core.Clicks;

/// <summary>
/// Keeps clicks in groups: whatever came in while the disk was busy with the last group is the next one. Nobody is told that a click
/// counts before it is on the disk. Memory is bounded: when too many wait, a click is refused rather than kept in RAM.
/// </summary>
public sealed class ClickRecorder(IClickJournal journal, ClickLosses losses, ILogger<ClickRecorder> logger) : IAsyncDisposable
{
    /// <summary>How many clicks may wait for the disk.</summary>
    public const int MostWaiting = 8192;

    private static readonly Task<bool> Refused = Task.FromResult(false);

    private readonly object _gate = new();
    private Group _open = new();
    private Thread? _writer;
    private bool _isIdle;
    private bool _isEnding;

    /// <summary>Clicks that could not be kept since the start.</summary>
    public long Lost => losses.Total;

    /// <summary>Keeps a click.</summary>
    /// <returns>True once it is on the disk; false if it could not be kept and was counted as lost.</returns>
    public Task<bool> RecordAsync(Click click)
    {
        lock (_gate)
        {
            if (_open.Clicks.Count < MostWaiting && !_isEnding)
            {
                _open.Clicks.Add(click);
                Wake();
                return _open.Kept.Task;
            }
        }

        losses.Add(click);
        return Refused;
    }

    /// <summary>Writes what waits and ends.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isEnding = true;
            Monitor.Pulse(_gate);
        }

        _writer?.Join();
        return ValueTask.CompletedTask;
    }

    private void Wake()
    {
        if (_writer is null)
        {
            // A thread of its own, since it spends its life waiting for the disk.
            _writer = new Thread(Write) { IsBackground = true, Name = "clicks" };
            _writer.Start();
        }
        else if (_isIdle)
        {
            Monitor.Pulse(_gate);
        }
    }

    private void Write()
    {
        var spare = new List<Click>();
        while (NextGroup(spare) is { } group)
        {
            group.Kept.SetResult(TryAppend(group.Clicks));
            spare = group.Clicks;
            spare.Clear();
        }
    }

    private Group? NextGroup(List<Click> spare)
    {
        lock (_gate)
        {
            while (_open.Clicks.Count == 0)
            {
                if (_isEnding)
                {
                    return null;
                }

                _isIdle = true;
                Monitor.Wait(_gate);
                _isIdle = false;
            }

            var group = _open;
            _open = new Group { Clicks = spare };
            return group;
        }
    }

    private bool TryAppend(List<Click> clicks)
    {
        try
        {
            journal.Append(clicks);
            return true;
        }
        catch (Exception exception)
        {
            // A supervised edge: whatever the disk says, people must still be redirected and the writer must go on.
            clicks.ForEach(losses.Add);
            ClickEvents.NotKept(logger, clicks.Count, exception);
            return false;
        }
    }

    /// <summary>Clicks that go to the disk together; whoever waits for one of them waits for all.</summary>
    private sealed class Group
    {
        public List<Click> Clicks { get; init; } = [];

        public TaskCompletionSource<bool> Kept { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
