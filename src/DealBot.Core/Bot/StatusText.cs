using DealBot.Core.Groups;

namespace DealBot.Core.Bot;

/// <summary>How a group stands, in a line.</summary>
internal static class StatusText
{
    public static string Line(GroupStanding standing, bool isNamed)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(standing.Group.TimeZone);
        var state = standing switch
        {
            { Pause: { Until: { } until } } => $"暂停到 {BotText.Clock(until, zone)}",
            { Pause: not null } => "暂停中，等你恢复",
            { NextAt: { } next } => $"下一次 {BotText.Clock(next, zone)}",
            _ => "接下来没有安排",
        };
        var last = standing.LastAt is { } at ? $"，上一次 {BotText.Clock(at, zone)}" : "";
        var members = standing.Today?.Members is { } count ? $"，{count} 人" : "";
        return $"{(isNamed ? $"{standing.Group.Name}：" : "")}{state}{last}，今天发了 {standing.SentToday} 条{members}";
    }
}
