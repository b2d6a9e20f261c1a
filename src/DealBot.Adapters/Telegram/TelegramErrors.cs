using System.Net;
using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Telegram;

/// <summary>
/// What an answer of Telegram means for a message. Telegram says most refusals with 400 and a text; the texts that decide something are looked for,
/// any other is shown as it is.
/// </summary>
internal static class TelegramErrors
{
    private const int LongestText = 200;

    private static readonly TimeSpan UsualPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private static readonly string[] NoSuchChat = ["chat not found", "PEER_ID_INVALID", "group chat was deactivated", "chat_id is empty"];

    private static readonly string[] MayNotWrite =
        ["not enough rights", "have no rights", "need administrator rights", "CHAT_WRITE_FORBIDDEN", "CHAT_RESTRICTED", "CHAT_SEND_"];

    /// <summary>The outcome; null if the answer is not Telegram's.</summary>
    public static SendResult? Interpret(PlatformAnswer answer)
    {
        return PlatformAnswer.Member(answer.Json, "ok")?.ValueKind switch
        {
            JsonValueKind.True when answer.Status == HttpStatusCode.OK => new SendResult.Sent(MessageIdOf(answer)),
            JsonValueKind.False => Refusal(answer.Number("error_code") ?? (int)answer.Status, answer),
            _ => null,
        };
    }

    private static SendResult Refusal(long code, PlatformAnswer answer) => code switch
    {
        401 or 404 => BadToken(),
        403 => Closed(answer),
        429 => new SendResult.Throttled(PauseOf(answer), new Phrase("Telegram 要求放慢（429），按它说的时间暂停", "Telegram asks to slow down (429); pausing exactly as long")),
        >= 500 => new SendResult.Unknown(new Phrase(
            $"Telegram 内部错误（{code}），消息可能已送达，请在群里确认", $"Telegram has a fault of its own ({code}) and the message may have arrived; look into the group")),
        _ => OfText(answer),
    };

    private static SendResult OfText(PlatformAnswer answer)
    {
        var text = Utf16Text.Cut(answer.Text("description") ?? "", LongestText);
        if (PlatformAnswer.Number(Parameters(answer), "migrate_to_chat_id") is { } moved)
            return Moved(moved);
        if (Says(text, NoSuchChat))
            return NotFound();

        return Says(text, MayNotWrite) ? Closed(answer) : new SendResult.Rejected(new Phrase($"Telegram 拒绝了消息：{text}", $"Telegram refused the message: {text}"));
    }

    private static SendResult.Rejected BadToken() => new(
        new Phrase("Telegram 不接受这个令牌，请检查 Token", "Telegram does not accept the token; check Token"), nameof(TelegramBot.Token));

    private static SendResult.Rejected Moved(long chatId) => new(
        new Phrase($"群已升级为超级群，请把 ChatId 改为 {chatId}", $"The group became a supergroup; let ChatId be {chatId}"), nameof(TelegramChat.ChatId))
    { OnlyThisAddress = true };

    private static SendResult.Rejected NotFound() => new(
        new Phrase("找不到这个群，请检查 ChatId，并确认机器人在群里", "There is no such chat; check ChatId, and that the bot is in it"), nameof(TelegramChat.ChatId))
    { OnlyThisAddress = true };

    private static SendResult.Blocked Closed(PlatformAnswer answer) => new(new Phrase(
        $"机器人不在群里，或没有发言权限，请把它加回群并允许发消息：{Utf16Text.Cut(answer.Text("description") ?? "", LongestText)}",
        $"The bot is not in the chat or may not write; add it again and let it post: {Utf16Text.Cut(answer.Text("description") ?? "", LongestText)}"))
    { OnlyThisAddress = true };

    private static TimeSpan PauseOf(PlatformAnswer answer) => PlatformAnswer.Number(Parameters(answer), "retry_after") is > 0 and var seconds
        ? seconds < LongestPause.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestPause
        : UsualPause;

    private static JsonElement Parameters(PlatformAnswer answer) => PlatformAnswer.Member(answer.Json, "parameters") ?? default;

    private static string? MessageIdOf(PlatformAnswer answer) =>
        PlatformAnswer.Number(PlatformAnswer.Member(answer.Json, "result") ?? default, "message_id") is { } id ? $"{id}" : null;

    private static bool Says(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
