using System.Globalization;
using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Telegram;

/// <summary>Reads updates: of the chats that are set up, and nothing that a bot did.</summary>
internal sealed class TelegramUpdates(TelegramOptions options)
{
    /// <summary>What an update tells; null for one that concerns nobody here.</summary>
    public ChatEvent? Read(string botName, JsonElement update)
    {
        var bot = options.Bots[botName];
        if (Part(update, "message") is { ValueKind: JsonValueKind.Object } message)
            return AddressOf(botName, message) is { } address ? MessageOf(address, bot, message) : null;

        return Part(update, "chat_member") is { ValueKind: JsonValueKind.Object } change && AddressOf(botName, change) is { } place
            ? ChangeOf(place, change, PlatformAnswer.Number(update, "update_id"))
            : null;
    }

    private static ChatEvent.MessageReceived? MessageOf(string address, TelegramBot bot, JsonElement message)
    {
        var sender = Part(message, "from");
        if (IsBot(sender) || PlatformAnswer.Number(sender, "id") is not { } id || PlatformAnswer.Number(message, "message_id") is not { } number)
            return null;

        return TelegramIncoming.Read(message, bot) is { } read
            ? new ChatEvent.MessageReceived(address, $"m{number}", TimeOf(message), id.ToString(CultureInfo.InvariantCulture), read.Text, read.IsToBot)
            : null;
    }

    private static ChatEvent? ChangeOf(string address, JsonElement change, long? updateId)
    {
        var (before, after) = (IsIn(Part(change, "old_chat_member")), IsIn(Part(change, "new_chat_member")));
        if (before == after || updateId is null || IsBot(Part(Part(change, "new_chat_member"), "user")))
            return null;

        return after
            ? new ChatEvent.MembersJoined(address, $"u{updateId}", TimeOf(change), 1)
            : new ChatEvent.MembersLeft(address, $"u{updateId}", TimeOf(change), 1);
    }

    private string? AddressOf(string bot, JsonElement happening)
    {
        var chat = Part(happening, "chat");
        var id = PlatformAnswer.Number(chat, "id")?.ToString(CultureInfo.InvariantCulture);
        var name = PlatformAnswer.Text(chat, "username") is { } username ? $"@{username}" : null;
        return options.Chats
            .Where(known => known.Value.Bot == bot && (known.Value.ChatId == id || known.Value.ChatId.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Select(known => known.Key)
            .FirstOrDefault();
    }

    private static bool IsIn(JsonElement member) => PlatformAnswer.Text(member, "status") switch
    {
        "creator" or "administrator" or "member" => true,
        "restricted" => Part(member, "is_member").ValueKind == JsonValueKind.True,
        _ => false,
    };

    private static bool IsBot(JsonElement user) => Part(user, "is_bot").ValueKind == JsonValueKind.True;

    private static DateTimeOffset TimeOf(JsonElement happening) =>
        PlatformAnswer.Number(happening, "date") is > 0 and < 253_402_300_800 and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : DateTimeOffset.UnixEpoch;

    private static JsonElement Part(JsonElement element, string name) => PlatformAnswer.Member(element, name) ?? default;
}
