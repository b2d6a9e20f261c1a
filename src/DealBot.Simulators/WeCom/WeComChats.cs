namespace DealBot.Simulators.WeCom;

/// <summary>The robots, their quota, and what they posted. Safe to use from many threads.</summary>
internal sealed class WeComChats(WeComSimulatorOptions options)
{
    private const int CallsPerMinute = 20;

    private readonly Lock _lock = new();
    private readonly List<WeComReceived> _received = [];
    private readonly Dictionary<string, Queue<DateTimeOffset>> _calls = new(StringComparer.Ordinal);
    private readonly WeComMediaShelf _media = new();
    private TaskCompletionSource _changed = NewChange();

    public IReadOnlyList<WeComReceived> Received
    {
        get
        {
            lock (_lock)
                return [.. _received];
        }
    }

    public async Task WaitForAsync(int messages, CancellationToken cancellationToken)
    {
        while (ChangeAfterFewerThan(messages) is { } change)
            await change.WaitAsync(cancellationToken);
    }

    public WeComVerdict Post(string key, byte[] body)
    {
        if (!options.Robots.TryGetValue(key, out var chat))
            return new WeComVerdict(93000);

        lock (_lock)
        {
            var now = options.Time.GetUtcNow();
            if (!Count(key, now))
                return new WeComVerdict(45009);

            var verdict = WeComMessageRules.Judge(body, new WeComReceived(key, chat, now, ""), mediaId => _media.Find(key, mediaId, now));
            if (verdict.Message is { } message)
                Add(message);
            return verdict;
        }
    }

    /// <summary>Keeps a file for the robot's messages.</summary>
    /// <returns>The code, and the file's id if it is 0.</returns>
    public (int Code, string? MediaId) Upload(string key, string type, (string Name, byte[] Bytes)? file)
    {
        if (!options.Robots.ContainsKey(key))
            return (93000, null);
        if (WeComMediaShelf.Judge(type, file) is var code and not 0)
            return (code, null);

        lock (_lock)
            return (0, _media.Keep(key, type, new WeComReceivedFile(file!.Value.Name, file.Value.Bytes), options.Time.GetUtcNow()));
    }

    // Whether refused messages count is not documented; the stricter reading is simulated.
    private bool Count(string key, DateTimeOffset now)
    {
        if (!_calls.TryGetValue(key, out var calls))
            _calls[key] = calls = new Queue<DateTimeOffset>();
        while (calls.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromMinutes(1))
            calls.Dequeue();
        if (calls.Count >= CallsPerMinute)
            return false;

        calls.Enqueue(now);
        return true;
    }

    private void Add(WeComReceived message)
    {
        _received.Add(message);
        _changed.SetResult();
        _changed = NewChange();
    }

    private Task? ChangeAfterFewerThan(int messages)
    {
        lock (_lock)
            return _received.Count < messages ? _changed.Task : null;
    }

    private static TaskCompletionSource NewChange() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
