using System.Globalization;
using System.Text;
using System.Text.Json;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Telegram;

/// <summary>What a member wrote: text, or what stands below a picture, without the mention of the bot, and the links behind words.</summary>
internal sealed record TelegramIncoming(string Text, bool IsToBot)
{
    /// <summary>Reads a message; null if it has no text.</summary>
    public static TelegramIncoming? Read(JsonElement message, TelegramBot bot)
    {
        var isCaption = PlatformAnswer.Text(message, "text") is null;
        if (PlatformAnswer.Text(message, isCaption ? "caption" : "text") is not { } text)
            return null;

        var entities = Entities(message, isCaption ? "caption_entities" : "entities", text.Length).ToList();
        var links = entities.Select(entity => PlatformAnswer.Text(entity.Json, "url")).Where(link => link is not null);
        var mentions = entities.Where(entity => Mentions(entity, text, bot)).ToList();
        var isToBot = mentions.Count > 0 || IsReplyTo(message, bot);
        return new TelegramIncoming(string.Join('\n', links.Prepend(Without(text, mentions, bot).Trim())), isToBot);
    }

    private static IEnumerable<Entity> Entities(JsonElement message, string name, int length) =>
        PlatformAnswer.Member(message, name) is { ValueKind: JsonValueKind.Array } entities
            ? entities.EnumerateArray()
                .Select(json => new Entity(json, (int?)PlatformAnswer.Number(json, "offset") ?? -1, (int?)PlatformAnswer.Number(json, "length") ?? -1))
                .Where(entity => entity.Offset >= 0 && entity.Length > 0 && entity.Offset <= length - entity.Length)
            : [];

    // Offsets count UTF-16 code units, as strings here do.
    private static bool Mentions(Entity entity, string text, TelegramBot bot) => PlatformAnswer.Text(entity.Json, "type") switch
    {
        "mention" => bot.Username.Length > 0 && text.AsSpan(entity.Offset, entity.Length).Equals($"@{bot.Username}", StringComparison.OrdinalIgnoreCase),
        "bot_command" => bot.Username.Length > 0 && text.AsSpan(entity.Offset, entity.Length).EndsWith($"@{bot.Username}", StringComparison.OrdinalIgnoreCase),
        "text_mention" => IdOf(PlatformAnswer.Member(entity.Json, "user")) == IdOf(bot),
        _ => false,
    };

    private static bool IsReplyTo(JsonElement message, TelegramBot bot) =>
        PlatformAnswer.Member(message, "reply_to_message") is { } original && IdOf(PlatformAnswer.Member(original, "from")) == IdOf(bot);

    private static string Without(string text, IEnumerable<Entity> mentions, TelegramBot bot)
    {
        var rest = new StringBuilder(text);
        var end = text.Length;
        foreach (var mention in mentions.OrderByDescending(mention => mention.Offset))
        {
            // Members' own programs can send what Telegram's never would: mentions over one another.
            if (mention.Offset + mention.Length > end)
                continue;

            // Of /help@name the command stays.
            var kept = PlatformAnswer.Text(mention.Json, "type") == "bot_command" ? mention.Length - bot.Username.Length - 1 : 0;
            rest.Remove(mention.Offset + kept, mention.Length - kept);
            end = mention.Offset;
        }

        return rest.ToString();
    }

    private static string? IdOf(JsonElement? user) =>
        PlatformAnswer.Number(user ?? default, "id")?.ToString(CultureInfo.InvariantCulture);

    // A token begins with the bot's own id.
    private static string IdOf(TelegramBot bot) => bot.Token.Split(':')[0];

    /// <summary>A stretch of the text that means something.</summary>
    private sealed record Entity(JsonElement Json, int Offset, int Length);
}
