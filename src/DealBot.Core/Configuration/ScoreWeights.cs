using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>How strongly each quality of a deal counts; 0 leaves it out. See <c>DealScore</c> for the formula.</summary>
public sealed record ScoreWeights
{
    [Description("真实折扣的权重")]
    public double Discount { get; init; } = 2;

    [Description("30 天销量的权重")]
    public double Sales { get; init; } = 0.5;

    [Description("今天已发过这件商品的其他群越多扣得越多，免得每个群都一样")]
    public double Exposure { get; init; } = 0.25;

    [Description("同一批或今天已发过同类目时的扣减，0 到 1")]
    public double Diversity { get; init; } = 0.5;
}
