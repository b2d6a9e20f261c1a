using System.ComponentModel;

namespace DealBot.Adapters.Telegram;

/// <summary>One bot, as BotFather made it.</summary>
public sealed record TelegramBot
{
    /// <summary>Its token, <c>123456:ABC…</c>. A secret: whoever has it is the bot.</summary>
    [Description("BotFather 给的令牌（密钥，不要外传）")]
    public string Token { get; init; } = "";

    /// <summary>Its user name without @, so that members' mentions of it are recognised; empty, the default, for replies to it alone.</summary>
    [Description("机器人的用户名，不带 @，用来认出谁在 @ 它")]
    public string Username { get; init; } = "";

    /// <summary>
    /// What Telegram puts into its calls of the webhook (<c>secret_token</c> of <c>setWebhook</c>); a secret. Empty, the default, for no webhook:
    /// DealBot then fetches updates itself.
    /// </summary>
    [Description("填了就由 Telegram 推送消息过来，不填就由 DealBot 去取；16 到 256 个字母、数字、_ 或 -（密钥，不要外传）")]
    public string WebhookSecret { get; init; } = "";

    /// <summary>Messages within any 60 minutes, 2 to 72000; null, the default, for none: Telegram states none.</summary>
    [Description("每小时最多几条；不填不限")]
    public int? MessagesPerHour { get; init; }

    /// <summary>Messages a day (Beijing time), 2 to 1000000; null, the default, for none.</summary>
    [Description("每天最多几条；不填不限")]
    public int? MessagesPerDay { get; init; }

    /// <summary>A text without the secrets, since options reach logs.</summary>
    public override string ToString() => $"{nameof(TelegramBot)} {{ Token = ***, Username = {Username} }}";
}
