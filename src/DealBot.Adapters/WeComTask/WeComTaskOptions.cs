using DealBot.Adapters.WeComTask.Callbacks;

namespace DealBot.Adapters.WeComTask;

/// <summary>Settings of WeCom's customer groups (企业微信客户群群发).</summary>
public sealed record WeComTaskOptions
{
    /// <summary>Root of WeCom's interface: https, or http to this machine. Default <c>https://qyapi.weixin.qq.com</c>.</summary>
    public Uri BaseUrl { get; init; } = new("https://qyapi.weixin.qq.com");

    /// <summary>Id of the company: begins with <c>ww</c>.</summary>
    public string CorpId { get; init; } = "";

    /// <summary>Secret of the company's own application (自建应用) that may use customer contact (客户联系).</summary>
    public string Secret { get; init; } = "";

    /// <summary>Customer groups by name. Groups use the name as their address.</summary>
    public IReadOnlyDictionary<string, WeComTaskChat> Chats { get; init; } = new Dictionary<string, WeComTaskChat>();

    /// <summary>
    /// Members of the company by name, as user ids: addresses whose messages the application delivers at once, for digests and for owners who give
    /// commands. Need <see cref="AgentId"/>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Members { get; init; } = new Dictionary<string, string>();

    /// <summary>Id of the application, a number; needed for <see cref="Members"/>.</summary>
    public int? AgentId { get; init; }

    /// <summary>Messages a day to one group, 1 to 31; null, the default, for none: 1 where the administrator has chosen one a day, or one a week.</summary>
    public int? MessagesPerDay { get; init; }

    /// <summary>Messages a month to one group, 1 to 31; null, the default, for as many as the month has days, which is WeCom's own limit.</summary>
    public int? MessagesPerMonth { get; init; }

    /// <summary>
    /// The <c>status</c> of <c>get_groupmsg_task</c> that says that the owner has confirmed. Default 2. Only asked where <c>get_groupmsg_send_result</c>
    /// does not list the group.
    /// </summary>
    public int ConfirmedStatus { get; init; } = 2;

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 10.</summary>
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>Where WeCom tells what happens in the groups; null, the default, if it shall not.</summary>
    public WeComCallbackOptions? Callback { get; init; }

    /// <summary>A text without secrets, since options reach logs.</summary>
    public override string ToString() => $"{nameof(WeComTaskOptions)} {{ Secret = *** }}";
}
