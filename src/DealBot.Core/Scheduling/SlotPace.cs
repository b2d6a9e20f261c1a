using DealBot.Core.Configuration;

namespace DealBot.Core.Scheduling;

/// <summary>How far a slot may be moved from its own moment, and before whom it goes. Group before schedule before default.</summary>
public sealed record SlotPace
{
    /// <summary>Gap where neither group nor schedule names one.</summary>
    public const int DefaultGapMinutes = 5;

    /// <summary>1 to 9; the higher goes first.</summary>
    public int Priority { get; init; } = ScheduleRule.DefaultPriority;

    /// <summary>A slot on the full or half hour is moved by up to so many minutes.</summary>
    public int JitterMinutes { get; init; }

    /// <summary>How much earlier it may be.</summary>
    public int EarlyMinutes { get; init; }

    /// <summary>How much later it may be; null for as long as it is fresh.</summary>
    public int? LateMinutes { get; init; }

    /// <summary>Least distance to the group's other posts.</summary>
    public int GapMinutes { get; init; }

    /// <summary>Never moved into them.</summary>
    public QuietHours? Quiet { get; init; }

    public static SlotPace Resolve(Group group, Schedule schedule, ScheduleRule? rule) => new()
    {
        Priority = rule?.Priority ?? ScheduleRule.DefaultPriority,
        JitterMinutes = schedule.JitterMinutes,
        EarlyMinutes = schedule.EarlyMinutes,
        LateMinutes = schedule.LateMinutes,
        GapMinutes = group.MinGapMinutes ?? schedule.MinGapMinutes ?? DefaultGapMinutes,
        Quiet = schedule.QuietHours,
    };
}
