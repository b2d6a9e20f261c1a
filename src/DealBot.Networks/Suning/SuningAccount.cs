using System.ComponentModel;
using System.Text;

namespace DealBot.Networks.Suning;

/// <summary>One account of the Suning affiliate programme (苏宁推客). Its text form does not hold the secret.</summary>
public sealed record SuningAccount
{
    /// <summary>Key of the application at open.suning.com.</summary>
    [Description("苏宁开放平台（open.suning.com）应用的 appKey")]
    public string AppKey { get; init; } = "";

    /// <summary>Secret that requests are signed with. A secret.</summary>
    [Description("苏宁开放平台应用的 appSecret（密钥，不要外传）")]
    public string AppSecret { get; init; } = "";

    /// <summary>The promoter's number, <c>userId</c> in converted links: who earns the commission. Digits. Links are proven by it.</summary>
    [Description("推客编号：转链结果里的 userId，佣金归谁")]
    public string UserId { get; init; } = "";

    /// <summary>Promotion position (推广位, <c>adBookId</c>) used where a group has none of its own; digits.</summary>
    [Description("推广位编号（adBookId）：没有专用推广位的群用它")]
    public string AdBookId { get; init; } = "";

    /// <summary>More promotion positions, one to a group each, where <see cref="SubUserLength"/> is 0.</summary>
    [Description("可以分给各群专用的推广位编号")]
    public IReadOnlyList<string> Positions { get; init; } = [];

    /// <summary>
    /// How long a group's own <c>subUser</c> (子会员编码) may be, which orders give back as <c>childAccountId</c>; 0 if links must not carry one. Suning
    /// names no limit. Default 32, from 0 to 64.
    /// </summary>
    [Description("群编号（subUser 子会员编码）最多几个字符，0 到 64；0 表示链接不带群编号")]
    public int SubUserLength { get; init; } = 32;

    // A record's ToString names every property; this one must not name the secret.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("AppKey = ").Append(AppKey)
            .Append(", UserId = ").Append(UserId)
            .Append(", AdBookId = ").Append(AdBookId)
            .Append(", Positions = ").AppendJoin(' ', Positions)
            .Append(", SubUserLength = ").Append(SubUserLength);
        return true;
    }
}
