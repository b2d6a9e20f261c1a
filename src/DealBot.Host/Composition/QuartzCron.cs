using System.Globalization;
using System.Text.RegularExpressions;
using DealBot.Core.Scheduling;
using Quartz;

namespace DealBot.Host.Composition;

/// <summary>Cron expressions as Quartz reads them, but for numbers out of range, some of which it takes for "every".</summary>
internal static partial class QuartzCron
{
    private static readonly (string Zh, int Low, int High)[] Fields = [("秒", 0, 59), ("分", 0, 59), ("时", 0, 23), ("日", 1, 31), ("月", 1, 12), ("周", 1, 7)];

    public static NextMoment Parse(string expression, TimeZoneInfo zone)
    {
        var parts = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is not (6 or 7))
        {
            throw new FormatException($"{parts.Length} 段 / {parts.Length} fields");
        }

        for (var i = 0; i < Fields.Length; i++)
        {
            CheckRange(parts[i], Fields[i]);
        }

        var cron = new CronExpression(expression, zone);
        return after => cron.GetNextValidTimeAfter(after);
    }

    private static void CheckRange(string part, (string Zh, int Low, int High) field)
    {
        // Steps (/5), places in a month (#2, L-3) and names are left to Quartz.
        foreach (var number in Value().Matches(part).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)))
        {
            if (number < field.Low || number > field.High)
            {
                throw new FormatException($"{field.Zh} {number}: {field.Low}–{field.High}");
            }
        }
    }

    [GeneratedRegex("(?<![/#0-9A-Z]|L-)[0-9]{1,6}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
