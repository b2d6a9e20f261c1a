namespace DealBot.Adapters.WeComTask;

/// <summary>One customer group (客户群).</summary>
public sealed record WeComTaskChat
{
    /// <summary>WeCom's id of the group, as <c>groupchat/list</c> gives it: begins with <c>wr</c>.</summary>
    public string ChatId { get; init; } = "";

    /// <summary>User id of the group's owner, who confirms each message in WeCom's client.</summary>
    public string Sender { get; init; } = "";

    /// <summary>In place of <see cref="WeComTaskOptions.MessagesPerDay"/>; null for no difference.</summary>
    public int? MessagesPerDay { get; init; }

    /// <summary>In place of <see cref="WeComTaskOptions.MessagesPerMonth"/>; null for no difference.</summary>
    public int? MessagesPerMonth { get; init; }
}
