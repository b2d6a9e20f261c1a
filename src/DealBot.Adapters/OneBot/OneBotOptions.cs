namespace DealBot.Adapters.OneBot;

/// <summary>Settings of the OneBot 11 adapter, which posts into QQ groups through a bridge such as NapCat.</summary>
public sealed record OneBotOptions
{
    /// <summary>The bridges by name, each with the QQ account that is logged in there.</summary>
    public IReadOnlyDictionary<string, OneBotBot> Bots { get; init; } = new Dictionary<string, OneBotBot>();

    /// <summary>QQ groups by name. DealBot's groups use the name as their address.</summary>
    public IReadOnlyDictionary<string, OneBotGroup> Groups { get; init; } = new Dictionary<string, OneBotGroup>();

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 30: the bridge uploads the picture while we wait.</summary>
    public int TimeoutSeconds { get; init; } = 30;
}
