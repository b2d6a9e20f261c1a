using System.Text.Json;
using DealBot.Adapters.Wire;
using DealBot.Contracts;

namespace DealBot.Adapters.Telegram;

/// <summary>What can be known of a chat without posting.</summary>
internal sealed class TelegramProbe(TelegramClient client, TelegramChat chat)
{
    private readonly TelegramQuestion _question = new(chat.ChatId);

    public async Task<AddressReport> TestAsync(CancellationToken cancellationToken)
    {
        var (self, failure) = await AskAsync("getMe", new TelegramQuestion(ChatId: null), cancellationToken);
        if (failure is not null)
            return AddressReport.Failed(failure);

        var (about, notFound) = await AskAsync("getChat", _question, cancellationToken);
        return notFound is null ? AddressReport.Proven(NoteOf(self, about)) : AddressReport.Failed(notFound);
    }

    /// <summary>How many members the chat has.</summary>
    /// <exception cref="HttpRequestException">Telegram could not be asked or refused.</exception>
    public async Task<int?> CountMembersAsync(CancellationToken cancellationToken)
    {
        var (count, failure) = await AskAsync("getChatMemberCount", _question, cancellationToken);
        if (failure is not null)
            throw new HttpRequestException(failure.Reason.En);

        return count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var members) ? members : null;
    }

    private async Task<(JsonElement Result, AccountFault? Fault)> AskAsync(string method, TelegramQuestion question, CancellationToken cancellationToken)
    {
        var (answer, failure) = await client.AskAsync(method, question, cancellationToken);
        if (answer is null)
            return (default, new AccountFault(nameof(TelegramOptions.BaseUrl), failure!));

        return TelegramErrors.Interpret(answer) switch
        {
            SendResult.Sent => (PlatformAnswer.Member(answer.Json, "result") ?? default, null),
            SendResult.Rejected rejected => (default, new AccountFault(rejected.Field ?? nameof(TelegramChat.ChatId), rejected.Reason)),
            SendResult.Blocked blocked => (default, new AccountFault(nameof(TelegramChat.ChatId), blocked.Reason)),
            SendResult.Throttled throttled => (default, new AccountFault(null, throttled.Reason)),
            _ => (default, new AccountFault(nameof(TelegramOptions.BaseUrl), new Phrase(
                $"收到的不是 Telegram 的回复（HTTP {(int)answer.Status}），请检查 BaseUrl 和代理",
                $"The answer is not Telegram's (HTTP {(int)answer.Status}); check BaseUrl and the proxy"))),
        };
    }

    private static Phrase NoteOf(JsonElement self, JsonElement about)
    {
        var (name, title) = (PlatformAnswer.Text(self, "username"), PlatformAnswer.Text(about, "title"));
        var note = new Phrase($"@{name} 在 {title}", $"@{name} is in {title}");
        return PlatformAnswer.Member(self, "can_read_all_group_messages") is { ValueKind: JsonValueKind.False }
            ? new Phrase(
                $"{note.Zh}；隐私模式开着，只听得到命令和对它的回复（BotFather 的 /setprivacy）",
                $"{note.En}; its privacy mode is on, it hears commands and replies to it only (BotFather's /setprivacy)")
            : note;
    }
}
