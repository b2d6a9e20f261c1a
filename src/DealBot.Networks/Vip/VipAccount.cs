using System.ComponentModel;
using System.Text;

namespace DealBot.Networks.Vip;

/// <summary>One account of the Vipshop affiliate programme (唯品会联盟). Its text form holds neither the secret nor the token.</summary>
public sealed record VipAccount
{
    /// <summary>Key of the application at vop.vip.com.</summary>
    [Description("唯品会开放平台（vop.vip.com）应用的 appKey")]
    public string AppKey { get; init; } = "";

    /// <summary>Secret that requests are signed with. A secret.</summary>
    [Description("唯品会开放平台应用的 appSecret（密钥，不要外传）")]
    public string AppSecret { get; init; } = "";

    /// <summary>OAuth token; null for applications that don't use one. With it the interfaces that end in <c>WithOauth</c> are called. A secret.</summary>
    [Description("授权令牌；应用不用授权时不填（密钥，不要外传）")]
    public string? AccessToken { get; init; }

    /// <summary>Promotion position (推广位 PID, <c>chanTag</c>) used where a group has none of its own. Needed: converted links are proven by it.</summary>
    [Description("推广位 PID（chanTag）：没有专用推广位的群用它")]
    public string ChanTag { get; init; } = "";

    /// <summary>
    /// The owner's code within long links (<c>ucode</c>). With it a link proves whose it is even where Vipshop does not write the position into it.
    /// </summary>
    [Description("长链接里代表你的编号（ucode）；长链接里看不到推广位时必须填")]
    public string? UnionCode { get; init; }

    /// <summary>More promotion positions, one to a group each, where <see cref="UseStatParam"/> is off.</summary>
    [Description("可以分给各群专用的推广位 PID")]
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>Whether links carry a group's own <c>statParam</c>, which orders give back. Default true: every account may set it.</summary>
    [Description("链接是否带群编号（statParam），订单会带回来；默认带")]
    public bool UseStatParam { get; init; } = true;

    /// <summary>
    /// Names the person behind the calls to Vipshop; in groups that is the owner, not the member. Default <c>dealbot</c>, 1 to 32 of A-Z a-z 0-9 _.
    /// </summary>
    [Description("接口要求的用户标识（openId），一般不用填")]
    public string OpenId { get; init; } = "dealbot";

    // A record's ToString names every property; this one must not name the secrets.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("AppKey = ").Append(AppKey)
            .Append(", ChanTag = ").Append(ChanTag)
            .Append(", UnionCode = ").Append(UnionCode)
            .Append(", Positions = ").AppendJoin(' ', Positions)
            .Append(", UseStatParam = ").Append(UseStatParam)
            .Append(", OpenId = ").Append(OpenId);
        return true;
    }
}
