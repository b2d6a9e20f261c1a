using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Groups;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot groups</c>: the groups with their members, pauses and last posts.</summary>
internal static class GroupsCommand
{
    private static readonly JsonSerializerOptions Json = new(ConfigurationJson.Options) { WriteIndented = true };

    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var json = new Option<bool>("--json") { Description = Say("输出 JSON，给程序读", "write JSON, for programs") };
        var command = CommandLine.Verb("groups", language, "看各群的人数、进退群、暂停和最近一次推送", "show the groups: members, who came and left, pauses, last posts", context, (command, parsed, token) =>
            RunAsync(command, parsed.GetValue(json), token));
        command.Add(json);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, bool asJson, CancellationToken cancellationToken)
    {
        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        var standings = await service.Get<GroupOverview>().ReadAsync(service.Get<LiveConfiguration>().Current.Groups, cancellationToken);
        if (asJson)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(standings.Select(RowOf), Json));
        }
        else
        {
            TableOf(context, standings).Write(context.Out);
        }

        return ExitCodes.Done;
    }

    private static TextTable TableOf(CommandContext context, IReadOnlyList<GroupStanding> standings)
    {
        var table = new TextTable();
        table.Column(context.Say("群", "group"), wraps: true);
        table.Column(context.Say("账号", "chat"));
        table.Column(context.Say("今天人数", "members"), right: true);
        table.Column(context.Say("7 天前", "a week ago"), right: true);
        table.Column(context.Say("7 天进", "joined"), right: true);
        table.Column(context.Say("7 天退", "left"), right: true);
        table.Column(context.Say("机器人", "bot"));
        table.Column(context.Say("暂停", "paused"));
        table.Column(context.Say("最近推送", "last post"));
        foreach (var standing in standings)
        {
            // A platform that does not tell is said so; the number in groups.json is for rehearsals and says nothing of the real group.
            var silence = standing.TellsMembers ? "—" : context.Say("不提供", "not told");
            table.Row(
                $"{standing.Group.Id} {standing.Group.Name}",
                $"{standing.Group.Adapter}/{standing.Group.Address}",
                Number(standing.Today?.Members) ?? silence,
                Number(standing.MembersWeekAgo) ?? (standing.TellsMembers ? "—" : ""),
                Number(standing.Week?.Joined) ?? "",
                Number(standing.Week?.Left) ?? "",
                standing.Group.Bot ? context.Say("开", "on") : context.Say("关", "off"),
                Pause(context, standing),
                standing.LastAt is { } last ? Clock(standing, last) : "");
        }

        return table;
    }

    private static string Pause(CommandContext context, GroupStanding standing) => standing.Pause switch
    {
        null => "",
        { Until: { } until } => context.Say($"到 {Clock(standing, until)}", $"until {Clock(standing, until)}"),
        _ => context.Say("等群主恢复", "until resumed"),
    };

    private static object RowOf(GroupStanding standing) => new
    {
        standing.Group.Id,
        standing.Group.Name,
        standing.Group.Owner,
        standing.Group.Adapter,
        standing.Group.Address,
        standing.TellsMembers,
        standing.Today?.Members,
        standing.MembersWeekAgo,
        JoinedInWeek = standing.Week?.Joined,
        LeftInWeek = standing.Week?.Left,
        standing.Group.Bot,
        Paused = standing.Pause is not null,
        PausedUntil = standing.Pause?.Until,
        standing.LastAt,
        standing.NextAt,
        standing.SentToday,
    };

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Clock(GroupStanding standing, DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(standing.Group.TimeZone)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
