using System.Text.Json;
using DealBot.Host.Rehearsal.Platforms;

namespace DealBot.Host.Rehearsal;

/// <summary>What chats really got, read from the platforms' side and never from the service's own books.</summary>
internal sealed class ChatLog(IReadOnlyList<RehearsedPlatform> platforms, string previewDirectory)
{
    private readonly List<ChatMessage> _messages = [];
    private readonly Dictionary<string, int> _previewLines = [];

    public IReadOnlyList<ChatMessage> Messages => _messages;

    /// <summary>Messages that came since the last look.</summary>
    public IReadOnlyList<ChatMessage> TakeNew()
    {
        var fresh = platforms.SelectMany(platform => platform.TakeNew()).Concat(PreviewMessages()).ToList();
        _messages.AddRange(fresh);
        return fresh;
    }

    private IEnumerable<ChatMessage> PreviewMessages()
    {
        if (!Directory.Exists(previewDirectory))
        {
            yield break;
        }

        foreach (var folder in Directory.EnumerateDirectories(previewDirectory).Order(StringComparer.Ordinal))
        {
            var address = Path.GetFileName(folder);
            var lines = File.ReadAllLines(Path.Combine(folder, "messages.jsonl"));
            foreach (var line in lines.Skip(_previewLines.GetValueOrDefault(address)))
            {
                yield return Read(folder, address, line);
            }

            _previewLines[address] = lines.Length;
        }
    }

    private static ChatMessage Read(string folder, string address, string line)
    {
        using var document = JsonDocument.Parse(line);
        var message = document.RootElement;
        string? Member(string name) => message.TryGetProperty(name, out var value) ? value.GetString() : null;
        var text = Member("text") ?? (Member("title") is { } title ? $"{title}\n{Member("description")}\n{Member("url")}" : null);
        var picture = message.TryGetProperty("file", out var file) && file.GetString() is { } name ? File.ReadAllBytes(Path.Combine(folder, name)) : [];
        return new ChatMessage("preview", address, message.GetProperty("at").GetDateTimeOffset(), text, picture);
    }
}
