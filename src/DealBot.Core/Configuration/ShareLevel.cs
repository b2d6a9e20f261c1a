using System.ComponentModel;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>A promoter's level and what it earns.</summary>
public sealed record ShareLevel
{
    [Description("级别名称，例如 超级会员")]
    public required string Name { get; init; }

    [Description("分成（百分数），每一级都比前一级高")]
    public required Rate Percent { get; init; }

    [Description("自己的群累计确认收货的销售额达到多少元，从下个月起升到这一级；第一级不写。其他级别不写就只能由 promoters 的 level 指定")]
    public Money? FromSales { get; init; }
}
