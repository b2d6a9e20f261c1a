namespace DealBot.Adapters.Telegram;

/// <summary>Settings of the Telegram adapter.</summary>
public sealed record TelegramOptions
{
    /// <summary>
    /// Root of the Bot API: https, or http to this machine. Default <c>https://api.telegram.org</c>; another for a Bot API server of one's own or a
    /// relay where Telegram can't be reached.
    /// </summary>
    public Uri BaseUrl { get; init; } = new("https://api.telegram.org");

    /// <summary>The bots by name.</summary>
    public IReadOnlyDictionary<string, TelegramBot> Bots { get; init; } = new Dictionary<string, TelegramBot>();

    /// <summary>Groups and channels by name. DealBot's groups use the name as their address.</summary>
    public IReadOnlyDictionary<string, TelegramChat> Chats { get; init; } = new Dictionary<string, TelegramChat>();

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 20.</summary>
    public int TimeoutSeconds { get; init; } = 20;
}
