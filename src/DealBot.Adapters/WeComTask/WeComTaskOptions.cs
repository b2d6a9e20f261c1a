using System.ComponentModel;
using DealBot.Adapters.WeComTask.Callbacks;

namespace DealBot.Adapters.WeComTask;

/// <summary>Settings of WeCom's customer groups (企业微信客户群群发).</summary>
public sealed record WeComTaskOptions
{
    /// <summary>Root of WeCom's interface: https, or http to this machine. Default <c>https://qyapi.weixin.qq.com</c>.</summary>
    [Description("企业微信接口的根地址，一般不用填")]
    public Uri BaseUrl { get; init; } = new("https://qyapi.weixin.qq.com");

    /// <summary>Id of the company: begins with <c>ww</c>.</summary>
    [Description("企业 ID，ww 开头")]
    public string CorpId { get; init; } = "";

    /// <summary>Secret of the company's own application (自建应用) that may use customer contact (客户联系).</summary>
    [Description("自建应用的 Secret，该应用要能调用客户联系接口（密钥，不要外传）")]
    public string Secret { get; init; } = "";

    /// <summary>Customer groups by name. Groups use the name as their address.</summary>
    [Description("客户群：名字 → 群和群主；群的 address 填名字")]
    public IReadOnlyDictionary<string, WeComTaskChat> Chats { get; init; } = new Dictionary<string, WeComTaskChat>();

    /// <summary>
    /// Members of the company by name, as user ids: addresses whose messages the application delivers at once, for digests and for owners who give
    /// commands. Need <see cref="AgentId"/>.
    /// </summary>
    [Description("应用可以直接发消息的企业成员：名字 → userid；日报的 address 填名字")]
    public IReadOnlyDictionary<string, string> Members { get; init; } = new Dictionary<string, string>();

    /// <summary>Id of the application, a number; needed for <see cref="Members"/>.</summary>
    [Description("自建应用的 AgentId；填了 Members 就必填")]
    public int? AgentId { get; init; }

    /// <summary>Messages a day to one group, 1 to 31; null, the default, for none: 1 where the administrator has chosen one a day, or one a week.</summary>
    [Description("每个群每天最多几条，1 到 31；管理员限制每天一次的填 1")]
    public int? MessagesPerDay { get; init; }

    /// <summary>Messages a month to one group, 1 to 31; null, the default, for as many as the month has days, which is WeCom's own limit.</summary>
    [Description("每个群每月最多几条，1 到 31；不填就是当月天数")]
    public int? MessagesPerMonth { get; init; }

    /// <summary>
    /// The <c>status</c> of <c>get_groupmsg_task</c> that says that the owner has confirmed. Default 2. Only asked where <c>get_groupmsg_send_result</c>
    /// does not list the group.
    /// </summary>
    [Description("get_groupmsg_task 里表示群主已确认的状态值，一般不用改")]
    public int ConfirmedStatus { get; init; } = 2;

    /// <summary>How long one call may take, in seconds, 1 to 60. Default 10.</summary>
    [Description("一次调用最多等多少秒，1 到 60")]
    public int TimeoutSeconds { get; init; } = 10;

    /// <summary>Where WeCom tells what happens in the groups; null, the default, if it shall not.</summary>
    [Description("应用“接收消息”的回调：进退群通知和成员发来的消息")]
    public WeComCallbackOptions? Callback { get; init; }

    /// <summary>A text without secrets, since options reach logs.</summary>
    public override string ToString() => $"{nameof(WeComTaskOptions)} {{ Secret = *** }}";
}
