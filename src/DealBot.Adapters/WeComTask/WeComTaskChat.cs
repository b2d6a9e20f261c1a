using System.ComponentModel;

namespace DealBot.Adapters.WeComTask;

/// <summary>One customer group (客户群).</summary>
public sealed record WeComTaskChat
{
    /// <summary>WeCom's id of the group, as <c>groupchat/list</c> gives it: begins with <c>wr</c>.</summary>
    [Description("客户群的 chat_id，wr 开头")]
    public string ChatId { get; init; } = "";

    /// <summary>User id of the group's owner, who confirms each message in WeCom's client.</summary>
    [Description("群主的 userid：每次群发由他确认")]
    public string Sender { get; init; } = "";

    /// <summary>In place of <see cref="WeComTaskOptions.MessagesPerDay"/>; null for no difference.</summary>
    [Description("这个群每天最多几条，代替公共的")]
    public int? MessagesPerDay { get; init; }

    /// <summary>In place of <see cref="WeComTaskOptions.MessagesPerMonth"/>; null for no difference.</summary>
    [Description("这个群每月最多几条，代替公共的")]
    public int? MessagesPerMonth { get; init; }
}
