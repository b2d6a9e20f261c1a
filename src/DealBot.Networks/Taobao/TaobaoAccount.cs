using System.ComponentModel;
using System.Text;

namespace DealBot.Networks.Taobao;

/// <summary>One account of Taobao's affiliate programme (阿里妈妈 · 淘宝联盟). Its text form does not hold the secret.</summary>
public sealed record TaobaoAccount
{
    /// <summary>Key of the application on open.taobao.com or in Alimama's console.</summary>
    [Description("淘宝开放平台应用的 AppKey")]
    public string AppKey { get; init; } = "";

    /// <summary>Secret that requests are signed with. A secret.</summary>
    [Description("淘宝开放平台应用的 AppSecret（密钥，不要外传）")]
    public string AppSecret { get; init; } = "";

    /// <summary>The general position, <c>mm_1_2_3</c>; its first part says who earns.</summary>
    [Description("PID，形如 mm_1_2_3：佣金归谁，也是没有专用推广位的群用的推广位")]
    public string Pid { get; init; } = "";

    /// <summary>Further positions, <c>mm_1_2_3</c>, that may be allotted to groups one each. Default none.</summary>
    [Description("可以分给各群的推广位 PID，每群一个；订单靠它分群")]
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>
    /// Channel ids (渠道关系 ID, relation_id) that may be allotted to groups one each, where Alimama granted channel management. Default none.
    /// </summary>
    [Description("可以分给各群的渠道关系 ID（relation_id）；要先在阿里妈妈开通渠道管理并完成渠道备案")]
    public IReadOnlyList<string> RelationIds { get; init; } = [];

    /// <summary>
    /// Percentage of an item's commission that reaches the account, as its orders name it (分成比率, <c>pub_share_rate</c>). Default 90, from 1 to 100.
    /// </summary>
    [Description("商品佣金到手百分之几（订单里的分成比率），1 到 100；只用于估算")]
    public int SharePercent { get; init; } = 90;

    // A record's ToString names every property; this one must not name the secret.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("AppKey = ").Append(AppKey)
            .Append(", Pid = ").Append(Pid)
            .Append(", Positions = ").AppendJoin(' ', Positions)
            .Append(", RelationIds = ").AppendJoin(' ', RelationIds)
            .Append(", SharePercent = ").Append(SharePercent);
        return true;
    }
}
