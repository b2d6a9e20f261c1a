using DealBot.Core.Scheduling;
using Quartz;

namespace DealBot.Host.Composition;

/// <summary>Cron expressions as Quartz reads them.</summary>
internal static class QuartzCron
{
    public static NextMoment Parse(string expression, TimeZoneInfo zone)
    {
        var cron = new CronExpression(expression, zone);
        return after => cron.GetNextValidTimeAfter(after);
    }
}
