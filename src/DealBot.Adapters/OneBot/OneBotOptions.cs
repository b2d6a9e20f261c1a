using System.ComponentModel;

namespace DealBot.Adapters.OneBot;

/// <summary>Settings of the OneBot 11 adapter, which posts into QQ groups through a bridge such as NapCat.</summary>
public sealed record OneBotOptions
{
    /// <summary>The bridges by name, each with the QQ account that is logged in there.</summary>
    [Description("OneBot 服务（如 NapCat）：名字 → 地址和令牌，每个是一个登录的 QQ 号")]
    public IReadOnlyDictionary<string, OneBotBot> Bots { get; init; } = new Dictionary<string, OneBotBot>();

    /// <summary>QQ groups by name. DealBot's groups use the name as their address.</summary>
    [Description("QQ 群：名字 → 哪个机器人、群号；群的 address 填名字")]
    public IReadOnlyDictionary<string, OneBotGroup> Groups { get; init; } = new Dictionary<string, OneBotGroup>();

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 30: the bridge uploads the picture while we wait.</summary>
    [Description("一次调用最多等多少秒，1 到 60")]
    public int TimeoutSeconds { get; init; } = 30;
}
