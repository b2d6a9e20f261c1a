using System.CommandLine;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Planning;
using DealBot.Core.Posting;
using DealBot.Host.Composition;
using DealBot.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot plan</c>: prints a day's plan: what is posted when, what was moved or found no room and why, how full the accounts are.</summary>
internal static class PlanCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var date = new Option<string?>("--date") { Description = Say("哪一天，例如 2026-06-18；默认今天", "which day, for example 2026-06-18; today if left out") };
        var group = new Option<string?>("--group") { Description = Say("只看这个群", "only this group") };
        var owner = new Option<string?>("--owner") { Description = Say("只看这个群主的群", "only this owner's groups") };
        var command = CommandLine.Verb("plan", language, "打印一天的推送安排", "print the plan of a day", context, (command, parsed, token) =>
            RunAsync(command, new Request(parsed.GetValue(date), parsed.GetValue(group), parsed.GetValue(owner)), token));
        command.Add(date);
        command.Add(group);
        command.Add(owner);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, Request request, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (request.DayAt(now) is not { } day)
        {
            context.Error(context.Say($"--date {request.Date} 不是日期，应为 2026-06-18 这样的格式", $"--date {request.Date} is no date; write it like 2026-06-18"));
            return ExitCodes.Usage;
        }

        if (context.ReadSettings() is not { } configuration)
        {
            return ExitCodes.Fault;
        }

        using var foundation = await context.LayFoundationAsync(configuration, NullLoggerFactory.Instance, cancellationToken);
        if (foundation is null || !Knows(context, foundation.Configuration.Current, request))
        {
            return ExitCodes.Fault;
        }

        var sheet = await ReadAsync(foundation, day, now, cancellationToken);
        PlanTables.Write(context, sheet.Only(group => (request.Group is null || group.Id == request.Group) && (request.Owner is null || group.Owner == request.Owner)));
        return ExitCodes.Done;
    }

    private static async Task<PlanSheet> ReadAsync(Foundation foundation, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var configuration = foundation.Configuration;
        var (from, until) = PlanSheet.SpanOf(day, configuration.Current);
        var archived = await new PostArchive(foundation.Database).ListAsync(from, until, cancellationToken);
        var adapters = foundation.Integrations.Adapters;
        var limits = PlanLimits.From(adapters, foundation.Settings.Posting) with
        {
            Earlier = await MonthlyUse.ReadAsync(new PostPlan(foundation.Database), adapters, configuration.Current, from, cancellationToken),
        };
        var pauses = await new PauseStore(foundation.Database).ListAsync(now, cancellationToken);
        return PlanSheet.Of(day, (configuration.Current, configuration.Calendar), archived, now, limits).With(pauses);
    }

    private static bool Knows(CommandContext context, DealBotConfiguration configuration, Request request)
    {
        if (request.Group is { } group && configuration.FindGroup(group) is null)
        {
            context.NoGroup(group, configuration);
            return false;
        }

        if (request.Owner is { } owner && configuration.Owners.All(known => known.Id != owner))
        {
            context.NoOwner(owner, configuration);
            return false;
        }

        return true;
    }

    private sealed record Request(string? Date, string? Group, string? Owner)
    {
        /// <summary>The day asked for, or today in China; null if it is no date.</summary>
        public DateOnly? DayAt(DateTimeOffset now)
        {
            if (Date is null)
            {
                return DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(8)).DateTime);
            }

            return DateOnly.TryParseExact(Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        }
    }
}
