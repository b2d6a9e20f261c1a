using System.ComponentModel;

namespace DealBot.Core.Configuration;

/// <summary>When groups are due a post.</summary>
public sealed record Schedule
{
    [Description("排期编号")]
    public required string Id { get; init; }

    [Description("规则；同一时刻有多条时用先写的一条")]
    public required IReadOnlyList<ScheduleRule> Rules { get; init; }

    [Description("安静时段，期间一律不发")]
    public QuietHours? QuietHours { get; init; }
}
