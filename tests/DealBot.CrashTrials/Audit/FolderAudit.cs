using System.Text.Json;
using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Audit;

/// <summary>The same for the preview adapter, whose messages are lines of a file.</summary>
internal static class FolderAudit
{
    public static IEnumerable<Difference> Compare(IReadOnlyList<LedgerMessage> messages, TrialFiles files)
    {
        var file = files.File("data/preview/folder/messages.jsonl");
        var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
        var seen = lines.ToLookup(line => JsonElement.Parse(line).GetProperty("id").GetString()!);
        var known = messages.Where(message => message.Adapter == "preview").ToDictionary(message => message.Name);
        return
        [
            .. seen.Where(group => group.Count() > 1).Select(group => new Difference("no message is posted twice", $"{group.Key} has {group.Count()} lines")),
            .. seen.Where(group => known.GetValueOrDefault(group.Key)?.State is not ("sent" or "unknown"))
                .Select(group => new Difference("what members have seen is sent or unknown", $"{group.Key} is {known.GetValueOrDefault(group.Key)?.State ?? "not in the ledger"}")),
            .. known.Values.Where(message => message.State == "sent" && !seen.Contains(message.Name))
                .Select(message => new Difference("what the ledger calls sent, members have seen", $"{message.Name} is sent, and has no line")),
        ];
    }
}
