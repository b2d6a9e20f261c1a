using System.Text.Json;
using DealBot.Host.Rehearsal.Platforms;
using DealBot.Host.Settings;

namespace DealBot.Host.Rehearsal;

/// <summary>What chats really got, read from the platforms' side and never from the service's own books.</summary>
internal sealed class ChatLog(IReadOnlyList<RehearsedPlatform> platforms, AdapterSettings adapters)
{
    private readonly List<ChatMessage> _messages = [];
    private readonly Dictionary<string, int> _linesSeen = [];

    public IReadOnlyList<ChatMessage> Messages => _messages;

    /// <summary>Messages that came since the last look.</summary>
    public IReadOnlyList<ChatMessage> TakeNew()
    {
        var folders = adapters.StandIns.Prepend(new("preview", adapters.Preview)).SelectMany(pair => Written(pair.Key, pair.Value.Directory));
        var fresh = platforms.SelectMany(platform => platform.TakeNew()).Concat(folders).ToList();
        _messages.AddRange(fresh);
        return fresh;
    }

    private IEnumerable<ChatMessage> Written(string adapter, string directory)
    {
        if (!Directory.Exists(directory))
        {
            yield break;
        }

        foreach (var folder in Directory.EnumerateDirectories(directory).Order(StringComparer.Ordinal))
        {
            var address = Path.GetFileName(folder);
            var lines = File.ReadAllLines(Path.Combine(folder, "messages.jsonl"));
            foreach (var line in lines.Skip(_linesSeen.GetValueOrDefault(folder)))
            {
                yield return Read(folder, adapter, address, line);
            }

            _linesSeen[folder] = lines.Length;
        }
    }

    private static ChatMessage Read(string folder, string adapter, string address, string line)
    {
        using var document = JsonDocument.Parse(line);
        var message = document.RootElement;
        string? Member(string name) => message.TryGetProperty(name, out var value) ? value.GetString() : null;
        var facts = message.TryGetProperty("facts", out var pairs) ? pairs.EnumerateArray().Select(pair => $"{pair[0].GetString()} {pair[1].GetString()}") : [];
        var text = Member("text") ?? ChatMessage.Lines([Member("title"), Member("description"), .. facts, Member("url")]);
        var picture = message.TryGetProperty("file", out var file) && file.GetString() is { } name ? File.ReadAllBytes(Path.Combine(folder, name)) : [];
        return new ChatMessage(adapter, address, message.GetProperty("at").GetDateTimeOffset(), text, picture);
    }
}
