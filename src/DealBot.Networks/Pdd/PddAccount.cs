using System.ComponentModel;
using System.Text;

namespace DealBot.Networks.Pdd;

/// <summary>One account of Pinduoduo's affiliates (多多客). Its text form does not hold the secret.</summary>
public sealed record PddAccount
{
    /// <summary>Client id of the application on the open platform.</summary>
    [Description("拼多多开放平台应用的 client_id")]
    public string ClientId { get; init; } = "";

    /// <summary>Secret that requests are signed with. A secret.</summary>
    [Description("拼多多开放平台应用的 client_secret（密钥，不要外传）")]
    public string ClientSecret { get; init; } = "";

    /// <summary>
    /// Promotion position (推广位, p_id) that earns the commission where a group has none of its own: the member id, an underscore, a number. It must
    /// be on file (备案) before links can be converted.
    /// </summary>
    [Description("默认推广位 PID，例如 12345678_223344556；先在多多进宝后台完成备案")]
    public string Pid { get; init; } = "";

    /// <summary>Positions that may be allotted to groups, one each. Same form and same member as <see cref="Pid"/>. Default none.</summary>
    [Description("可以分给各群的推广位 PID，一群一个；每个都要备案")]
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>
    /// Whether links carry custom_parameters, so that orders tell group and post. Default true: every account may; set it to false if Pinduoduo
    /// refuses them, and give groups positions of their own.
    /// </summary>
    [Description("转链时是否带 custom_parameters（订单带回群和推送的编号）；一般不用改")]
    public bool MaySetCustomParameters { get; init; } = true;

    /// <summary>
    /// The uid of custom_parameters, which Pinduoduo wants to stand for one user: the owner. The group's sub id is the sid beside it. 1 to 20 of
    /// A-Z a-z 0-9 _ -; the shorter, the more is left of 64 bytes for the sub id. Default <c>dealbot</c>.
    /// </summary>
    [Description("custom_parameters 里的 uid，代表群主本人，备案时用的要一致；字母、数字、_、-，最多 20 个")]
    public string Uid { get; init; } = "dealbot";

    // A record's ToString names every property; this one must not name the secret.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("ClientId = ").Append(ClientId)
            .Append(", Pid = ").Append(Pid)
            .Append(", Positions = ").AppendJoin(' ', Positions)
            .Append(", MaySetCustomParameters = ").Append(MaySetCustomParameters)
            .Append(", Uid = ").Append(Uid);
        return true;
    }
}
