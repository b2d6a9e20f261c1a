using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>A dated override of schedule, filter and templates, for example 618 or 双11. Of two on one day the first one written holds.</summary>
public sealed record Campaign
{
    [Description("活动编号")]
    public required string Id { get; init; }

    [Description("活动名称，模板里可用")]
    public required string Name { get; init; }

    [Description("第一天，例如 2026-06-16")]
    public required DateOnly From { get; init; }

    [Description("最后一天（含）")]
    public required DateOnly To { get; init; }

    [Description("只对这些受众；空数组表示全部")]
    public IReadOnlyList<string> Audiences { get; init; } = [];

    [Description("活动期间改用的排期")]
    public string? Schedule { get; init; }

    [Description("活动期间的选品要求")]
    public DealFilter? Filter { get; init; }

    [Description("活动期间的模板")]
    public TemplateChoice? Templates { get; init; }

    /// <summary>Whether the campaign holds for an audience on a local day.</summary>
    public bool Holds(DateOnly day, string audience) =>
        day >= From && day <= To && (Audiences.Count == 0 || Audiences.Contains(audience));
}
