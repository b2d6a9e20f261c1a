using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>Who is in a group, and what they like.</summary>
public sealed record Audience
{
    [Description("受众编号")]
    public required string Id { get; init; }

    [Description("名称，例如 宝妈")]
    public required string Name { get; init; }

    [Description("偏爱的类目和权重：1 是一般，2 是很喜欢，0 是不要；没写的类目按 otherCategories")]
    public IReadOnlyDictionary<string, double> Categories { get; init; } = new Dictionary<string, double>();

    [Description("没有写进 categories 的类目的权重；0 表示只要写出的类目")]
    public double OtherCategories { get; init; } = 1;

    [Description("选品要求")]
    public DealFilter? Filter { get; init; }

    [Description("模板")]
    public TemplateChoice? Templates { get; init; }

    /// <summary>How much this audience cares for a category; zero or less means not at all.</summary>
    public double WeightOf(string category) => Categories.TryGetValue(category, out var weight) ? weight : OtherCategories;
}
