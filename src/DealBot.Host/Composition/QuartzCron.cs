using System.Globalization;
using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Core.Scheduling;
using Quartz;

namespace DealBot.Host.Composition;

/// <summary>Cron expressions as Quartz reads them, but for numbers out of range, some of which it takes for "every".</summary>
internal static partial class QuartzCron
{
    private static readonly (Phrase Name, int Low, int High)[] Fields =
    [
        (new("秒", "second"), 0, 59), (new("分", "minute"), 0, 59), (new("时", "hour"), 0, 23),
        (new("日", "day"), 1, 31), (new("月", "month"), 1, 12), (new("周", "weekday"), 1, 7),
    ];

    public static NextMoment Parse(string expression, TimeZoneInfo zone)
    {
        var parts = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length is not (6 or 7))
        {
            throw new CronFaultException(new Phrase($"有 {parts.Length} 段", $"has {parts.Length} fields"));
        }

        for (var i = 0; i < Fields.Length; i++)
        {
            CheckRange(parts[i], Fields[i]);
        }

        var cron = new CronExpression(expression, zone);
        return after => cron.GetNextValidTimeAfter(after);
    }

    private static void CheckRange(string part, (Phrase Name, int Low, int High) field)
    {
        // Steps (/5), places in a month (#2, L-3) and names are left to Quartz.
        foreach (var number in Value().Matches(part).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)))
        {
            if (number < field.Low || number > field.High)
            {
                throw new CronFaultException(new Phrase(
                    $"{field.Name.Zh}写了 {number}，应为 {field.Low} 到 {field.High}", $"{field.Name.En} is {number}, not {field.Low} to {field.High}"));
            }
        }
    }

    [GeneratedRegex("(?<![/#0-9A-Z]|L-)[0-9]{1,6}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
