using DealBot.Adapters.Wire;
using DealBot.Contracts;
using Microsoft.Extensions.Logging;

namespace DealBot.Adapters.Telegram;

/// <summary>Polls for what happens in the chats of the bots that have no webhook.</summary>
internal sealed class TelegramListener(
    TelegramOptions options, IReadOnlyDictionary<string, TelegramClient> clients, TelegramUpdates reader, TimeProvider time, ILogger logger)
{
    private readonly Listening _listening = new("telegram", time, logger);

    public Task ListenAsync(IChatEvents events, CancellationToken cancellationToken) => _listening.RunAsync(
        options.Bots.Where(bot => bot.Value.WebhookSecret.Length == 0).ToDictionary(
            bot => bot.Key,
            Listening.Connection (bot) => (heard, token) => PollAsync(bot.Key, events, heard, token)),
        cancellationToken);

    /// <summary>What a refused poll means.</summary>
    public static Exception RefusedBy(int status, string? description) => status switch
    {
        401 or 404 => new ChatListenerException(
            new Phrase("Telegram 不接受这个令牌，请检查 Token", "Telegram does not accept the token; check Token"), nameof(TelegramBot.Token)),
        409 when description?.Contains("webhook", StringComparison.OrdinalIgnoreCase) == true => new ChatListenerException(
            new Phrase(
                "机器人设置了 Webhook，不能再轮询：填写 WebhookSecret，或用 deleteWebhook 取消",
                "The bot has a webhook and can't be polled for: give WebhookSecret, or remove it with deleteWebhook"),
            nameof(TelegramBot.WebhookSecret)),
        409 => new ChatListenerException(
            new Phrase("另一个程序正用同一个令牌接收消息，请停掉它", "Another program receives with the same token; stop it"), nameof(TelegramBot.Token)),
        _ => new HttpRequestException($"Telegram refused the poll with HTTP {status}."),
    };

    private async Task PollAsync(string bot, IChatEvents events, Action heard, CancellationToken cancellationToken)
    {
        long? next = null;
        while (true)
        {
            var updates = await clients[bot].UpdatesAsync(next, cancellationToken);
            heard();
            foreach (var update in updates)
            {
                if (reader.Read(bot, update) is { } chatEvent)
                    await events.TakeAsync(chatEvent, cancellationToken);

                // Only now: the next poll confirms what is below it, and Telegram then forgets it.
                next = PlatformAnswer.Number(update, "update_id") + 1 ?? next;
            }
        }
    }
}
