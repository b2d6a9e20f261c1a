using DealBot.Host.Jobs;
using Quartz;

namespace DealBot.Host.Rehearsal;

/// <summary>What happens when on a rehearsed day: the service's jobs by their own triggers, and what people do. One thing at a time, in a fixed order.</summary>
public sealed class Agenda(VirtualClock clock)
{
    private readonly PriorityQueue<Func<CancellationToken, Task>, (DateTimeOffset At, long Number)> _queue = new();
    private long _number;

    /// <summary>Puts one thing on the agenda.</summary>
    public void Add(DateTimeOffset at, Func<CancellationToken, Task> act) => _queue.Enqueue(act, (at, _number++));

    /// <summary>Puts a job on the agenda, for as often as its trigger fires.</summary>
    public void Add(JobRow row, DateTimeOffset start, Func<CancellationToken, Task> run)
    {
        var trigger = TriggerBuilder.Create(clock).WithIdentity(row.Name).StartAt(start).WithSchedule(row.Schedule()).Build();
        AddNext(trigger, start.AddTicks(-1), run);
    }

    /// <summary>Lives through the agenda until a moment.</summary>
    public async Task RunAsync(DateTimeOffset until, Action<DateTimeOffset> progress, CancellationToken cancellationToken)
    {
        while (_queue.TryPeek(out var act, out var key) && key.At < until)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _queue.Dequeue();
            clock.MoveTo(key.At);
            await act(cancellationToken);
            progress(key.At);
        }

        clock.MoveTo(until);
    }

    private void AddNext(ITrigger trigger, DateTimeOffset after, Func<CancellationToken, Task> run)
    {
        if (trigger.GetFireTimeAfter(after) is { } at)
        {
            Add(at, async token =>
            {
                await run(token);
                AddNext(trigger, at, run);
            });
        }
    }
}
