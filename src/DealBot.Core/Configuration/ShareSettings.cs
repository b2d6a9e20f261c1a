using System.ComponentModel;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>How commission is divided: the promoter's level, and at most one tier above.</summary>
public sealed record ShareSettings
{
    [Description("推广者级别和各自的分成")]
    public IReadOnlyList<ShareLevel> Levels { get; init; } = [];

    [Description("邀请人分成（百分数）。推广者是第一层，邀请人是第二层，法律和 DealBot 都不允许更深，所以最多写一个数")]
    public IReadOnlyList<Rate> InviterPercents { get; init; } = [];
}
