using System.ComponentModel;

namespace DealBot.Adapters.Wechaty;

/// <summary>Settings of the Wechaty adapter.</summary>
public sealed record WechatyOptions
{
    /// <summary>Puppet services by name; each is one logged-in chat account.</summary>
    [Description("puppet 服务：名字 → 地址和 token，每个是一个登录的账号")]
    public IReadOnlyDictionary<string, WechatyPuppet> Puppets { get; init => field = value ?? field; } = new Dictionary<string, WechatyPuppet>();

    /// <summary>Rooms by name. Groups use the name as their address.</summary>
    [Description("群：名字 → 在哪个账号、哪个群；群的 address 填名字")]
    public IReadOnlyDictionary<string, WechatyRoom> Rooms { get; init => field = value ?? field; } = new Dictionary<string, WechatyRoom>();

    /// <summary>
    /// How long one call may take, in seconds, 1 to 120. Default 30: a picture travels on to a phone's protocol before the puppet answers.
    /// </summary>
    [Description("一次调用最多等多少秒，1 到 120")]
    public int TimeoutSeconds { get; init; } = 30;
}
