namespace DealBot.Adapters.Telegram;

/// <summary>One group or channel.</summary>
public sealed record TelegramChat
{
    /// <summary>Name of the bot that is in it, one of <see cref="TelegramOptions.Bots"/>.</summary>
    public string Bot { get; init; } = "";

    /// <summary>Its id, for example <c>-1001234567890</c>, or <c>@name</c> of a public one.</summary>
    public string ChatId { get; init; } = "";

    /// <summary>Messages a minute, 1 to 20. Default 20, what Telegram states for a group.</summary>
    public int MessagesPerMinute { get; init; } = TelegramAdapter.DocumentedPerMinute;
}
