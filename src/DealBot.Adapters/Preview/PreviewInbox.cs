using System.Globalization;
using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Preview;

/// <summary>
/// Reads what somebody writes into <c>{Directory}/{address}/inbox.jsonl</c>, as if it were written in the chat: the bot can be tried out
/// without any platform. Lines are told in their order, each under its number unless it names an id.
/// </summary>
internal sealed class PreviewInbox(string directory, TimeProvider time)
{
    public const string FileName = "inbox.jsonl";

    private readonly Dictionary<string, long> _readUpTo = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    /// <summary>Tells what was added since the last time.</summary>
    public async Task TellAsync(IChatEvents events, Func<string, bool> knows, CancellationToken cancellationToken)
    {
        foreach (var folder in Directory.Exists(directory) ? Directory.GetDirectories(directory) : [])
        {
            if (Path.GetFileName(folder) is { } address && knows(address) && File.Exists(Path.Combine(folder, FileName)))
            {
                foreach (var line in await AddedAsync(address, Path.Combine(folder, FileName), cancellationToken))
                {
                    if (Read(address, line) is { } chatEvent)
                        await events.TakeAsync(chatEvent, cancellationToken);
                }
            }
        }
    }

    /// <summary>The whole lines that were added; one that is still being written waits.</summary>
    private async Task<string[]> AddedAsync(string address, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var from = _readUpTo.GetValueOrDefault(address);
        if (file.Length <= from)
            return [];

        file.Position = from;
        using var reader = new StreamReader(file, leaveOpen: true);
        var text = await reader.ReadToEndAsync(cancellationToken);
        var whole = text.LastIndexOf('\n') + 1;
        _readUpTo[address] = from + System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(0, whole));
        return text[..whole].Split('\n')[..^1];
    }

    private ChatEvent? Read(string address, string line)
    {
        var number = _lines[address] = _lines.GetValueOrDefault(address) + 1;
        try
        {
            return JsonSerializer.Deserialize<PreviewInboxLine>(line, PlainJson.Options)?.ToEvent(address, number.ToString(CultureInfo.InvariantCulture), time.GetUtcNow());
        }
        catch (JsonException)
        {
            // A line that somebody is still learning to write; the next one may be right.
            return null;
        }
    }
}
