using System.ComponentModel;

namespace DealBot.Adapters.OneBot;

/// <summary>One QQ group.</summary>
public sealed record OneBotGroup
{
    /// <summary>Name of the bot that is in it, one of <see cref="OneBotOptions.Bots"/>.</summary>
    [Description("Bots 里的名字")]
    public string Bot { get; init; } = "";

    /// <summary>The group's number (群号).</summary>
    [Description("QQ 群号")]
    public long GroupId { get; init; }

    /// <summary>
    /// Whether messages go as a forwarded conversation (合并转发), the picture and each paragraph an entry of its own: a long list of deals then
    /// takes one line of the chat. Default false. An extension that not every bridge has; the bot's <see cref="OneBotBot.SelfId"/> is needed.
    /// </summary>
    [Description("用合并转发（聊天记录）的形式发，每段一条")]
    public bool Forward { get; init; }
}
