using DealBot.Contracts;
using DealBot.Core.Scheduling;

namespace DealBot.Core.Configuration.Validators;

/// <summary>Expressions parse, zones exist, and no schedule is silent by mistake.</summary>
internal static class ScheduleValidator
{
    private const int MaxDeals = 9;

    public static void Validate(ValidationScope scope)
    {
        for (var i = 0; i < scope.Configuration.Schedules.Count; i++)
        {
            CheckSchedule(scope, scope.Configuration.Schedules[i], $"$.schedules[{i}]");
        }

        for (var i = 0; i < scope.Configuration.Groups.Count; i++)
        {
            CheckZone(scope, GroupsFile.Name, $"$.groups[{i}].timeZone", scope.Configuration.Groups[i].TimeZone);
        }

        for (var i = 0; i < scope.Configuration.Owners.Count; i++)
        {
            CheckZone(scope, OwnersFile.Name, $"$.owners[{i}].digest.timeZone", scope.Configuration.Owners[i].Digest.TimeZone);
        }
    }

    private static void CheckSchedule(ValidationScope scope, Schedule schedule, string path)
    {
        var sound = true;
        for (var i = 0; i < schedule.Rules.Count; i++)
        {
            sound &= CheckRule(scope, schedule.Rules[i], $"{path}.rules[{i}]");
        }

        if (schedule.Rules.Count == 0)
        {
            scope.Report(SchedulesFile.Name, $"{path}.rules", "[]", new Phrase("没有规则，永远不会发", "no rules: would never post"), new Phrase("至少一条，例如 { \"at\": [\"09:00\"] }", "at least one, for example { \"at\": [\"09:00\"] }"));
        }
        else if (sound && schedule.QuietHours is { } quiet && !SlotSeries.HasSlot(schedule, scope.Surroundings.ParseCron))
        {
            scope.Report(SchedulesFile.Name, $"{path}.quietHours", $"{quiet.From:HH:mm}–{quiet.To:HH:mm}", new Phrase(
                "安静时段盖住了全部时刻，永远不会发",
                "quiet hours cover every slot: would never post"), new Phrase(
                "让至少一个时刻落在安静时段之外",
                "quiet hours that leave at least one slot"));
        }
    }

    private static bool CheckRule(ValidationScope scope, ScheduleRule rule, string path)
    {
        if (rule.Deals is < 1 or > MaxDeals)
        {
            scope.Report(SchedulesFile.Name, $"{path}.deals", $"{rule.Deals}", new Phrase("件数超出范围", "out of range"), new Phrase($"1 到 {MaxDeals}", $"1 to {MaxDeals}"));
        }

        if ((rule.At is { Count: > 0 }) == (rule.Cron is not null))
        {
            scope.Report(SchedulesFile.Name, path, null, new Phrase("at 和 cron 要写且只写一个", "exactly one of at and cron is needed"), new Phrase(
                "\"at\": [\"09:00\"] 或 \"cron\": \"0 0 9-21 * * ?\"",
                "\"at\": [\"09:00\"] or \"cron\": \"0 0 9-21 * * ?\""));
            return false;
        }

        try
        {
            if (rule.Cron is { } cron)
            {
                scope.Surroundings.ParseCron(cron, TimeZoneInfo.Utc);
            }

            return true;
        }
        catch (FormatException exception)
        {
            // What the parser itself says is English only.
            var reason = exception is CronFaultException { Reason.Zh: var zh } ? $"（{zh}）" : "";
            scope.Report(SchedulesFile.Name, $"{path}.cron", rule.Cron, new Phrase($"cron 表达式有误{reason}", $"bad cron expression ({exception.Message})"), new Phrase(
                "六段：秒 分 时 日 月 周，例如 0 30 9-21 * * ?",
                "six fields: second minute hour day month weekday, for example 0 30 9-21 * * ?"));
            return false;
        }
    }

    private static void CheckZone(ValidationScope scope, string file, string path, string zone)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            scope.Report(file, path, zone, new Phrase("没有这个时区", "unknown time zone"), new Phrase(
                "IANA 名称，例如 Asia/Shanghai、Asia/Urumqi",
                "an IANA name, for example Asia/Shanghai"));
        }
    }
}
