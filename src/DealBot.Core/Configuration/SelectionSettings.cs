using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>What holds for the choice of deals in every group.</summary>
public sealed record SelectionSettings
{
    [Description("所有群共同的选品要求")]
    public DealFilter Filter { get; init; } = new();

    [Description("广告法禁用词：标题含有它们的商品不发，文案含有它们会被标出")]
    public IReadOnlyList<string> AdLawWords { get; init; } =
        ["最", "第一", "国家级", "世界级", "顶级", "极品", "独一无二", "绝无仅有", "史无前例", "永久", "万能", "包治", "根治", "祖传秘方", "100%有效"];

    [Description("权重")]
    public ScoreWeights Weights { get; init; } = new();
}
