using System.ComponentModel;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>How commission is divided: the promoter's level, and at most one tier above.</summary>
public sealed record ShareSettings
{
    [Description("推广者级别和各自的分成，从低到高；人人从第一级开始")]
    public IReadOnlyList<ShareLevel> Levels { get; init; } = [];

    [Description("邀请人分成（百分数），按被邀请人的群的佣金算。推广者是第一层，邀请人是第二层，DealBot 不支持更深，所以最多写一个数")]
    public IReadOnlyList<Rate> InviterPercents { get; init; } = [];

    [Description("平台分成（百分数）：替多位群主运行 DealBot 的人从佣金里得多少，默认 0")]
    public Rate PlatformPercent { get; init; }

    [Description("推广者；groups.json 里的 promoter 写他们的编号")]
    public IReadOnlyList<Promoter> Promoters { get; init; } = [];
}
