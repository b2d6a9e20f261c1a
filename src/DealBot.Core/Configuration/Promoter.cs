using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>Who runs groups for an owner and gets a share of what these groups sell.</summary>
public sealed record Promoter
{
    [Description("推广者编号：小写字母、数字和连字符，最多 40 个字符，所有群主的推广者都不能重复；记在账上，定下后不要改")]
    public required string Id { get; init; }

    [Description("称呼，显示在对账单上")]
    public required string Name { get; init; }

    [Description("从哪一级开始；不写就从第一级开始")]
    public string? Level { get; init; }

    [Description("谁邀请的：另一位推广者的编号。邀请人从被邀请人的群的佣金里得 inviterPercents，再往上没有")]
    public string? InvitedBy { get; init; }
}
