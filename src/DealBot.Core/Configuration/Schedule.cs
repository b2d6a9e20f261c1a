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

    [Description("同一个群的两次推送至少隔多少分钟，0 到 240；群里可以另写，都没写时为 5")]
    public int? MinGapMinutes { get; init; }

    [Description("正好在整点或半点的推送，往后错开最多几分钟（各群错开的不一样，每天同一时刻错开的也不一样），0 到 25，0 表示不错开")]
    public int JitterMinutes { get; init; } = 5;

    [Description("排不下时可以比原定时刻早多少分钟，0 到 120")]
    public int EarlyMinutes { get; init; }

    [Description("排不下时可以比原定时刻晚多少分钟，0 到 719；没写时只要不超过 Posting.FreshMinutes 就可以")]
    public int? LateMinutes { get; init; }
}
