using System.Text.Json.Nodes;

namespace DealBot.Simulators.Telegram;

/// <summary>What happened and was not confirmed yet, for one bot. Safe to use from many threads.</summary>
internal sealed class TelegramUpdateQueue
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, JsonObject> _waiting = [];
    private TaskCompletionSource _changed = NewChange();
    private long _lastId = 100;
    private int _polls;

    /// <summary>Polls that began so far.</summary>
    public int Polls => Volatile.Read(ref _polls);

    public long Add(string json)
    {
        lock (_lock)
        {
            var update = JsonNode.Parse(json)!.AsObject();
            update["update_id"] = ++_lastId;
            _waiting.Add(_lastId, update);
            Changed();
            return _lastId;
        }
    }

    /// <summary>Begins a poll: what is below the offset is confirmed and gone, and a poll that still waits is ended.</summary>
    /// <returns>The number of this poll.</returns>
    public int Begin(long offset)
    {
        lock (_lock)
        {
            foreach (var confirmed in _waiting.Keys.Where(id => id < offset).ToList())
                _waiting.Remove(confirmed);
            _polls++;
            Changed();
            return _polls;
        }
    }

    /// <summary>Whether another poll has begun since.</summary>
    public bool IsOver(int poll) => Polls != poll;

    public JsonArray Waiting(int limit)
    {
        lock (_lock)
            return [.. _waiting.Values.Take(limit).Select(update => update.DeepClone())];
    }

    public Task ChangeAsync()
    {
        lock (_lock)
            return _changed.Task;
    }

    public async Task PolledAsync(int polls, CancellationToken cancellationToken)
    {
        while (ChangeUnless(polls) is { } change)
            await change.WaitAsync(cancellationToken);
    }

    private Task? ChangeUnless(int polls)
    {
        lock (_lock)
            return _polls >= polls ? null : _changed.Task;
    }

    private void Changed()
    {
        _changed.SetResult();
        _changed = NewChange();
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
