using DealBot.Contracts;
using DealBot.Core.Groups;

namespace DealBot.Core.Bot;

/// <summary>How groups stand, a line each.</summary>
internal static class StatusText
{
    private const int MostListed = 12;

    /// <param name="standings">The groups.</param>
    /// <param name="isNamed">Whether the lines begin with the groups' names.</param>
    public static Phrase Of(IReadOnlyList<GroupStanding> standings, bool isNamed)
    {
        IEnumerable<Phrase> lines = standings.Take(MostListed).Select(standing => Line(standing, isNamed));
        return BotText.Lines(standings.Count > MostListed ? lines.Append(Rest(standings.Count - MostListed)) : lines);
    }

    private static Phrase Rest(int groups) => new($"……另有 {groups} 个群，dealbot groups 看全部", $"… and {groups} more: dealbot groups shows them all");

    private static Phrase Line(GroupStanding standing, bool isNamed)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(standing.Group.TimeZone);
        var state = StateOf(standing, zone);
        var (lastZh, lastEn) = standing.LastAt is { } at ? ($"，上一次 {BotText.Clock(at, zone)}", $", last post {BotText.Clock(at, zone)}") : ("", "");
        var (membersZh, membersEn) = standing.Today?.Members is { } count ? ($"，{count} 人", $", {count} members") : ("", "");
        var (nameZh, nameEn) = isNamed ? ($"{standing.Group.Name}：", $"{standing.Group.Name}: ") : ("", "");
        return new Phrase(
            $"{nameZh}{state.Zh}{lastZh}，今天发了 {standing.SentToday} 条{membersZh}",
            $"{nameEn}{state.En}{lastEn}, {standing.SentToday} sent today{membersEn}");
    }

    private static Phrase StateOf(GroupStanding standing, TimeZoneInfo zone) => standing switch
    {
        { Pause: { Until: { } until } } => new($"暂停到 {BotText.Clock(until, zone)}", $"paused until {BotText.Clock(until, zone)}"),
        { Pause: not null } => new("暂停中，等你恢复", "paused until you resume"),
        { NextAt: { } next } => new($"下一次 {BotText.Clock(next, zone)}", $"next post {BotText.Clock(next, zone)}"),
        _ => new("接下来没有安排", "nothing is planned"),
    };
}
