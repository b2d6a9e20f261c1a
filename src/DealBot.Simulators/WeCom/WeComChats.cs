using DealBot.Simulators.Chat;

namespace DealBot.Simulators.WeCom;

/// <summary>The robots, their quota, and what they posted. Safe to use from many threads.</summary>
internal sealed class WeComChats(WeComSimulatorOptions options)
{
    private const int CallsPerMinute = 20;

    private readonly Lock _lock = new();
    private readonly CallRate _rate = new(CallsPerMinute, TimeSpan.FromMinutes(1));
    private readonly WeComMediaShelf _media = new();

    public ChatLog<WeComReceived> Log { get; } = new();

    public WeComVerdict Post(string key, byte[] body)
    {
        if (!options.Robots.TryGetValue(key, out var chat))
            return new WeComVerdict(93000);

        lock (_lock)
        {
            // Whether refused messages count is not documented; the stricter reading is simulated.
            var now = options.Time.GetUtcNow();
            if (!_rate.Admits(key, now))
                return new WeComVerdict(45009);

            var verdict = WeComMessageRules.Judge(body, new WeComReceived(key, chat, now, ""), mediaId => _media.Find(key, mediaId, now));
            if (verdict.Message is { } message)
                Log.Add(message);
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
}
