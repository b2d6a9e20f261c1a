using System.Text;
using System.Text.Json;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.OneBot;

/// <summary>What a member wrote: text without the mention of the bot, and the links of what was shared.</summary>
internal sealed record OneBotIncoming(string Text, bool IsToBot)
{
    /// <summary>Reads a message, a list of segments or a CQ string as the bridge is set up.</summary>
    public static OneBotIncoming Read(JsonElement message, string? selfId)
    {
        var text = new StringBuilder();
        var isToBot = false;
        foreach (var (type, data) in message.ValueKind == JsonValueKind.String ? OneBotCqText.Segments(message.GetString()!) : Segments(message))
        {
            if (type == "at" && Part(data, "qq") == selfId)
                isToBot = true;
            else
                text.Append(TextOf(type, data));
        }

        return new OneBotIncoming(text.ToString().Trim(), isToBot);
    }

    private static IEnumerable<(string Type, IReadOnlyDictionary<string, string> Data)> Segments(JsonElement message) =>
        message.ValueKind != JsonValueKind.Array ? [] : message.EnumerateArray().Select(segment => (
            PlatformAnswer.Text(segment, "type") ?? "",
            Parts(PlatformAnswer.Member(segment, "data") ?? default)));

    private static IReadOnlyDictionary<string, string> Parts(JsonElement data) => data.ValueKind != JsonValueKind.Object
        ? new Dictionary<string, string>()
        : data.EnumerateObject().DistinctBy(part => part.Name).ToDictionary(
            part => part.Name,
            part => part.Value.ValueKind == JsonValueKind.String ? part.Value.GetString()! : part.Value.GetRawText());

    private static string TextOf(string type, IReadOnlyDictionary<string, string> data) => type switch
    {
        "text" => Part(data, "text"),
        "at" => $"@{Part(data, "qq")} ",
        "share" => $"\n{Part(data, "url")}\n",
        "json" => string.Concat(SharedLinks.Of(Part(data, "data")).Select(link => $"\n{link}\n")),
        _ => "",
    };

    private static string Part(IReadOnlyDictionary<string, string> data, string name) => data.GetValueOrDefault(name, "");
}
