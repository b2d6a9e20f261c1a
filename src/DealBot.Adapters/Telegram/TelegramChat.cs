using System.ComponentModel;

namespace DealBot.Adapters.Telegram;

/// <summary>One group or channel.</summary>
public sealed record TelegramChat
{
    /// <summary>Name of the bot that is in it, one of <see cref="TelegramOptions.Bots"/>.</summary>
    [Description("Bots 里的名字")]
    public string Bot { get; init; } = "";

    /// <summary>Its id, for example <c>-1001234567890</c>, or <c>@name</c> of a public one.</summary>
    [Description("群的 id（-100 开头），公开群可填 @名字")]
    public string ChatId { get; init; } = "";

    /// <summary>Messages a minute, 1 to 20. Default 20, what Telegram states for a group.</summary>
    [Description("往这个群每分钟最多几条，1 到 20")]
    public int MessagesPerMinute { get; init; } = TelegramAdapter.DocumentedPerMinute;
}
