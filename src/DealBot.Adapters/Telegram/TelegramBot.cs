namespace DealBot.Adapters.Telegram;

/// <summary>One bot, as BotFather made it.</summary>
public sealed record TelegramBot
{
    /// <summary>Its token, <c>123456:ABC…</c>. A secret: whoever has it is the bot.</summary>
    public string Token { get; init; } = "";

    /// <summary>Its user name without @, so that members' mentions of it are recognised; empty, the default, for replies to it alone.</summary>
    public string Username { get; init; } = "";

    /// <summary>
    /// What Telegram puts into its calls of the webhook (<c>secret_token</c> of <c>setWebhook</c>); a secret. Empty, the default, for no webhook:
    /// DealBot then fetches updates itself.
    /// </summary>
    public string WebhookSecret { get; init; } = "";

    /// <summary>Messages within any 60 minutes, 2 to 72000; null, the default, for none: Telegram states none.</summary>
    public int? MessagesPerHour { get; init; }

    /// <summary>Messages a day (Beijing time), 2 to 1000000; null, the default, for none.</summary>
    public int? MessagesPerDay { get; init; }

    /// <summary>A text without the secrets, since options reach logs.</summary>
    public override string ToString() => $"{nameof(TelegramBot)} {{ Token = ***, Username = {Username} }}";
}
