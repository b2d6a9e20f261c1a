using System.Text.Json;
using DealBot.Simulators.WeCom;

namespace DealBot.CrashTrials.World;

/// <summary>The chat platform's own log: every call, and whether its caller got the answer.</summary>
internal sealed class ChatLog(IReadOnlyDictionary<string, string> robotsByKey, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<SeenCall> _calls = [];
    private readonly Dictionary<WeComCall, SeenCall> _open = new(ReferenceEqualityComparer.Instance);

    /// <summary>All calls so far, oldest first; a copy.</summary>
    public IReadOnlyList<SeenCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    public SeenCall Judged(WeComCall call)
    {
        var seen = Read(call);
        lock (_lock)
        {
            _calls.Add(seen);
            _open[call] = seen;
        }

        return seen;
    }

    public void Answered(WeComCall call)
    {
        lock (_lock)
            _open[call].AnsweredAt = clock.GetUtcNow();
    }

    private SeenCall Read(WeComCall call)
    {
        using var json = JsonDocument.Parse(call.Body);
        var kind = json.RootElement.GetProperty("msgtype").GetString()!;
        var part = json.RootElement.GetProperty(kind);
        var content = part.GetProperty(kind == "image" ? "md5" : "content").GetString()!;
        return new SeenCall(robotsByKey[call.Key], kind, content, call.At, call.Accepted is not null, call.Fault);
    }
}
