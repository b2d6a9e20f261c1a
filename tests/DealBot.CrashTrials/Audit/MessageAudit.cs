using DealBot.CrashTrials.World;

namespace DealBot.CrashTrials.Audit;

/// <summary>What the chat accepted against what the ledger says was sent.</summary>
internal static class MessageAudit
{
    public static IEnumerable<Difference> Compare(IReadOnlyList<LedgerMessage> messages, IReadOnlyList<SeenCall> calls)
    {
        var known = messages.Where(message => message.Adapter == "wecom").ToLookup(message => (message.Address, message.Kind, message.Content));
        var seen = calls.Where(call => call.Accepted).ToLookup(call => (call.Address, call.Kind, call.Content));
        return
        [
            .. seen.SelectMany(group => Judge(group.Key, [.. group], [.. known[group.Key]])),
            .. known.SelectMany(group => group).Where(message => message.State is "sent" or "awaiting" && !seen[(message.Address, message.Kind, message.Content)].Any())
                .Select(message => new Difference("what the ledger calls sent, members have seen", $"{message.Name} is {message.State}, and the chat never accepted it")),
        ];
    }

    private static IEnumerable<Difference> Judge((string Address, string Kind, string Content) key, IReadOnlyList<SeenCall> seen, IReadOnlyList<LedgerMessage> known)
    {
        if (known.Count != 1)
        {
            yield return new Difference("what members have seen is one message of the ledger", $"{key.Address} {key.Kind} “{Short(key.Content)}” at {seen[0].At:HH:mm:ss.fff} is {known.Count} messages of the ledger");
            yield break;
        }

        if (seen.Count > 1)
            yield return new Difference("no message is posted twice", $"{known[0].Name} ({known[0].State}) was accepted at {string.Join(", ", seen.Select(call => $"{call.At:HH:mm:ss.fff}"))}");
        if (known[0].State is not ("sent" or "awaiting" or "unknown"))
            yield return new Difference("what members have seen is sent or unknown", $"{known[0].Name} is {known[0].State}, and was accepted at {seen[0].At:HH:mm:ss.fff}");
    }

    private static string Short(string content) => content.ReplaceLineEndings(" ").Trim() is { Length: > 60 } text ? text[..60] : content.ReplaceLineEndings(" ").Trim();
}
