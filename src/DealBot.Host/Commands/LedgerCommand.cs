using System.CommandLine;
using DealBot.Contracts;
using DealBot.Core.Ledger;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot ledger verify</c>: rebuilds the books from what the networks sent and names whatever differs.</summary>
internal static class LedgerCommand
{
    private const int MostShown = 50;

    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var month = new Option<string?>("--month")
        {
            Description = Say("只核对这个月（北京时间），例如 2026-06；默认全部", "only this month (Beijing time), for example 2026-06; all if left out"),
        };
        var verify = CommandLine.Verb(
            "verify",
            language,
            "用留存的订单原文重算分账，逐笔核对；有差异时逐条列出，退出码 1。服务运行时也可以用",
            "rebuild the books from the orders as they came and compare; each difference is named, exit code 1. Also while the service runs",
            context,
            (command, parsed, token) => RunAsync(command, parsed.GetValue(month), token));
        verify.Add(month);
        return new Command("ledger", Say("分账", "the books")) { verify };
    }

    private static async Task<int> RunAsync(CommandContext context, string? text, CancellationToken cancellationToken)
    {
        LedgerMonth? month = LedgerMonth.TryParse(text, out var parsed) ? parsed : null;
        if (text is not null && month is null)
        {
            context.Error(context.Say($"--month {text} 不是月份，应为 2026-06 这样的格式", $"--month {text} is no month; write it like 2026-06"));
            return ExitCodes.Usage;
        }

        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        return Report(context, await VerifyAsync(context, service.Get<ILedgerAudit>(), month, cancellationToken));
    }

    private static async Task<LedgerAuditReport> VerifyAsync(CommandContext context, ILedgerAudit audit, LedgerMonth? month, CancellationToken cancellationToken) =>
        Console.IsOutputRedirected
            ? await audit.RunAsync(month, _ => { }, cancellationToken)
            : await context.Out.Progress().StartAsync(async bar =>
            {
                var task = bar.AddTask(context.Say("核对分账", "verifying the books"), maxValue: 1);
                return await Task.Run(() => audit.RunAsync(month, done => task.Value = done, cancellationToken), cancellationToken);
            });

    private static int Report(CommandContext context, LedgerAuditReport report)
    {
        var looked = context.Say($"核对了 {report.Orders} 行订单、{report.Transactions} 笔账", $"{report.Orders} order rows and {report.Transactions} transactions looked at");
        if (report.Found == 0)
        {
            context.Line(context.Say($"{looked}：分文不差", $"{looked}: right to the fen"));
            return ExitCodes.Done;
        }

        foreach (var difference in report.Differences.Take(MostShown))
        {
            context.Line($"{difference.Subject}  {context.Say(difference.Text.Zh, difference.Text.En)}");
        }

        context.Error(report.Found > MostShown
            ? context.Say($"{looked}：有 {report.Found} 处差异，以上是前 {MostShown} 处", $"{looked}: {report.Found} differences, of which these are the first {MostShown}")
            : context.Say($"{looked}：有 {report.Found} 处差异", $"{looked}: {report.Found} differences"));
        return ExitCodes.Fault;
    }
}
