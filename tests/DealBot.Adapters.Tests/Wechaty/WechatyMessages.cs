using System.Text;
using DealBot.Adapters.Wire;
using DealBot.Contracts;
using DealBot.Simulators.Wechaty;

namespace DealBot.Adapters.Tests.Wechaty;

/// <summary>What a puppet was given, as the message that it was before.</summary>
internal static class WechatyMessages
{
    /// <summary>A call with a text as it is shown to people.</summary>
    public static string Body(string room, string text) => Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, string> { ["conversationId"] = room, ["text"] = text }, PlainJson.Options));

    public static OutgoingMessage From(WechatyReceived received) => received switch
    {
        { Text: { } text } => new OutgoingMessage.Text(text),
        { FileName: { } name } when name.EndsWith(".png", StringComparison.Ordinal) || name.EndsWith(".jpg", StringComparison.Ordinal) =>
            new OutgoingMessage.Image(received.FileBytes, "image/png"),
        { FileName: { } name } => new OutgoingMessage.File(received.FileBytes, name),
        _ => FromLink(received),
    };

    /// <summary>Facts of a card have become lines, name before value.</summary>
    private static OutgoingMessage FromLink(WechatyReceived link)
    {
        var lines = link.Description!.Split('\n');
        var facts = lines.Select(line => line.Split('：')).Where(parts => parts.Length == 2).Select(parts => new CardFact(parts[0], parts[1])).ToList();
        return facts.Count == 0
            ? new OutgoingMessage.News(link.Title!, link.Description, new Uri(link.Url!), null)
            : new OutgoingMessage.Card(link.Title!, lines[^1], facts, "", new Uri(link.Url!), null);
    }
}
