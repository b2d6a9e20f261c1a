using System.CommandLine;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Accounts;
using DealBot.Core.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot accounts</c>: how the accounts stand that post; <c>dealbot accounts resume</c>: lets one go on.</summary>
internal static class AccountsCommand
{
    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var name = new Argument<string>("account") { Description = Say("账号，例如 wecom/robot-1", "account, for example wecom/robot-1") };
        var resume = CommandLine.Verb("resume", language, "让停发或放慢的账号马上再试", "try a stopped or slowed account again at once", context, (command, parsed, token) =>
            ResumeAsync(command, parsed.GetRequiredValue(name), token));
        resume.Add(name);
        var accounts = CommandLine.Verb("accounts", language, "看各账号能不能发、额度还剩多少", "show which accounts can post and what is left of their quotas", context, (command, _, token) =>
            ShowAsync(command, token));
        accounts.Add(resume);
        return accounts;
    }

    private static async Task<int> ShowAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        var standings = await service.Get<AccountOverview>().ReadAsync(cancellationToken);
        TableOf(context, standings).Write(context.Out);
        foreach (var standing in standings.Where(standing => standing.State.Phase != AccountPhase.Closed))
        {
            context.Line(Explanation(context, standing));
        }

        return ExitCodes.Done;
    }

    private static async Task<int> ResumeAsync(CommandContext context, string name, CancellationToken cancellationToken)
    {
        if (!AccountKey.TryParse(name, out var account))
        {
            context.Error(context.Say($"{name} 不是账号，应为 wecom/robot-1 这样的格式", $"{name} is no account; write it like wecom/robot-1"));
            return ExitCodes.Usage;
        }

        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        if ((await service.Get<AccountOverview>().ReadAsync(cancellationToken)).All(standing => standing.Account != account))
        {
            context.Error(context.Say($"没有账号 {account}；dealbot accounts 列出所有账号", $"no account {account}; dealbot accounts lists them all"));
            return ExitCodes.Fault;
        }

        if (!await service.Get<AccountWatch>().ResumeAsync(account, cancellationToken))
        {
            context.Error(context.Say($"{account} 没有停发也没有放慢，不用恢复", $"{account} is neither stopped nor slowed: nothing to resume"));
            return ExitCodes.Fault;
        }

        context.Line(context.Say($"{account} 会用下一条消息再试", $"{account} is tried with the next message"));
        return ExitCodes.Done;
    }

    private static TextTable TableOf(CommandContext context, IReadOnlyList<AccountStanding> standings)
    {
        var table = new TextTable();
        table.Column(context.Say("账号", "account"));
        table.Column(context.Say("状态", "state"));
        table.Column(context.Say("今天已发", "today"), right: true);
        table.Column(context.Say("剩余额度", "quota left"), wraps: true);
        foreach (var standing in standings)
        {
            table.Row(
                standing.Account.ToString(),
                PhaseOf(context, standing.State),
                standing.Quotas.Where(use => use.Span == QuotaSpan.Day).Select(use => use.Used.ToString(CultureInfo.InvariantCulture)).First(),
                string.Join(context.Say("，", ", "), standing.Quotas.Where(use => use.Left is not null).Select(use => $"{use.Left}/{use.Most} {SpanOf(context, use.Span)}")));
        }

        return table;
    }

    /// <summary>What is the matter, since when, and what comes next.</summary>
    private static string Explanation(CommandContext context, AccountStanding standing)
    {
        var (account, state) = (standing.Account, standing.State);
        var (since, until) = (Clock(state.Since), Clock(state.Until));
        var reason = state.Reason?.In(context.Language) ?? context.Say("原因不明", "reason unknown");
        return state.Phase switch
        {
            AccountPhase.Open => context.Say(
                $"{account} 从 {since} 起停发：{reason}。{until} 自动再试一次；处理好后执行 dealbot accounts resume {account} 马上试",
                $"{account} stopped at {since}: {reason}. It is tried again at {until}; once mended, dealbot accounts resume {account} tries at once"),
            AccountPhase.HalfOpen => context.Say($"{account} 从 {since} 起在试：{reason}。等这一条有了结果就知道", $"{account} is being tried since {since}: {reason}. The answer to one message decides"),
            _ => context.Say(
                $"{account} 从 {since} 起放慢：{reason}。{until} 之前不发，之后放慢着发，会自己恢复，不用管",
                $"{account} is slowed since {since}: {reason}. Nothing before {until}, then slowly; it recovers by itself"),
        };
    }

    private static string PhaseOf(CommandContext context, AccountState state) => state.Phase switch
    {
        AccountPhase.Slowed => context.Say($"放慢到 {state.Rate}%", $"slowed to {state.Rate}%"),
        AccountPhase.Open => context.Say("停发", "stopped"),
        AccountPhase.HalfOpen => context.Say("正在试", "being tried"),
        _ => context.Say("正常", "normal"),
    };

    private static string SpanOf(CommandContext context, QuotaSpan span) => span switch
    {
        QuotaSpan.Minute => context.Say("每分钟", "a minute"),
        QuotaSpan.Hour => context.Say("每小时", "an hour"),
        _ => context.Say("每天", "a day"),
    };

    private static string Clock(DateTimeOffset at) => TimeZoneInfo
        .ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Group.DefaultTimeZone)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
}
