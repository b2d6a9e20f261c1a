using System.ComponentModel;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>A promoter's level and what it earns.</summary>
public sealed record ShareLevel
{
    [Description("级别名称，例如 超级会员")]
    public required string Name { get; init; }

    [Description("分成（百分数）")]
    public required Rate Percent { get; init; }
}
