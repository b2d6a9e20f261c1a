using System.ComponentModel;
using System.Text;

namespace DealBot.Networks.Jd;

/// <summary>One JD Union account. Its text form holds neither the secret nor the token.</summary>
public sealed record JdAccount
{
    /// <summary>Key of the application in the JD Union console.</summary>
    [Description("京东联盟应用的 AppKey")]
    public string AppKey { get; init; } = "";

    /// <summary>Secret that requests are signed with. A secret.</summary>
    [Description("京东联盟应用的 AppSecret（密钥，不要外传）")]
    public string AppSecret { get; init; } = "";

    /// <summary>OAuth token; null unless the application was told to use one. A secret.</summary>
    [Description("只有京东要求应用使用时才填（密钥，不要外传）")]
    public string? AccessToken { get; init; }

    /// <summary>Union id (联盟 ID) that earns the commission; digits.</summary>
    [Description("联盟 ID：佣金归谁")]
    public string UnionId { get; init; } = "";

    /// <summary>Id of the filed website or app (备案); digits. Must match the filing or orders come back invalid (code 14).</summary>
    [Description("已备案的网站或 APP 的 ID；LinkApi 为 common 时必填")]
    public string? SiteId { get; init; }

    /// <summary>General promotion position (推广位), used where a group has none; digits.</summary>
    [Description("没有专用推广位的群用哪个推广位")]
    public string? PositionId { get; init; }

    /// <summary>
    /// Promotion positions that are allotted to groups, one each, while JD has not granted subUnionId; digits, each once, without
    /// <see cref="PositionId"/>. Default none.
    /// </summary>
    [Description("没有 subUnionId 权限时分给各群的推广位，一个群一个；在联盟后台建好填在这里，不要包含 PositionId")]
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>Conversion interface that the account may use. Default <see cref="JdLinkApi.Common"/>.</summary>
    [Description("转链接口：common 普通；bySubUnionId 需申请，给短链接，订单带群编号")]
    public JdLinkApi LinkApi { get; init; } = JdLinkApi.Common;

    /// <summary>
    /// Whether JD granted the white-list for subUnionId. Without it JD refuses or drops the field, and only a position of its own tells a
    /// group's orders apart. Default false; <see cref="JdLinkApi.BySubUnionId"/> implies it.
    /// </summary>
    [Description("LinkApi 为 common 时，是否已获得 subUnionId 白名单")]
    public bool MaySetSubUnionId { get; init; }

    // A record's ToString names every property; this one must not name the secrets.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("AppKey = ").Append(AppKey)
            .Append(", UnionId = ").Append(UnionId)
            .Append(", SiteId = ").Append(SiteId)
            .Append(", PositionId = ").Append(PositionId)
            .Append(", Positions = ").Append(Positions.Count)
            .Append(", LinkApi = ").Append(LinkApi)
            .Append(", MaySetSubUnionId = ").Append(MaySetSubUnionId);
        return true;
    }
}
