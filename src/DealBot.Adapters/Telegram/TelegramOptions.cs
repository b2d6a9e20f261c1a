using System.ComponentModel;

namespace DealBot.Adapters.Telegram;

/// <summary>Settings of the Telegram adapter.</summary>
public sealed record TelegramOptions
{
    /// <summary>
    /// Root of the Bot API: https, or http to this machine. Default <c>https://api.telegram.org</c>; another for a Bot API server of one's own or a
    /// relay where Telegram can't be reached.
    /// </summary>
    [Description("Bot API 的根地址；直连不了时填自己的中转")]
    public Uri BaseUrl { get; init; } = new("https://api.telegram.org");

    /// <summary>The bots by name.</summary>
    [Description("机器人：名字 → 令牌")]
    public IReadOnlyDictionary<string, TelegramBot> Bots { get; init; } = new Dictionary<string, TelegramBot>();

    /// <summary>Groups and channels by name. DealBot's groups use the name as their address.</summary>
    [Description("群和频道：名字 → 哪个机器人、哪个群；群的 address 填名字")]
    public IReadOnlyDictionary<string, TelegramChat> Chats { get; init; } = new Dictionary<string, TelegramChat>();

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 20.</summary>
    [Description("一次调用最多等多少秒，1 到 60")]
    public int TimeoutSeconds { get; init; } = 20;
}
