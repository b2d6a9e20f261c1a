using System.CommandLine;
using DealBot.Contracts;
using DealBot.Core.Orders;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot recount</c>: books the orders of some days anew from what the networks sent, and says what that changed.</summary>
internal static class RecountCommand
{
    private const int DaysByDefault = 7;

    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var from = new Option<string?>("--from") { Description = Say("第一天，例如 2026-06-18；默认 7 天前", "first day, for example 2026-06-18; 7 days ago if left out") };
        var until = new Option<string?>("--until") { Description = Say("最后一天（含）；默认今天", "last day, inclusive; today if left out") };
        var command = CommandLine.Verb(
            "recount",
            language,
            "按留存的订单原文和现在的归属规则重算这些天，服务运行时也可以用",
            "book the orders of some days anew from what was kept, by today's rules; also while the service runs",
            context,
            (command, parsed, token) => RunAsync(command, parsed.GetValue(from), parsed.GetValue(until), token));
        command.Add(from);
        command.Add(until);
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, string? from, string? until, CancellationToken cancellationToken)
    {
        if ((until is null ? BeijingDays.Today(TimeProvider.System) : BeijingDays.Day(context, "--until", until)) is not { } last
            || (from is null ? last.AddDays(-DaysByDefault) : BeijingDays.Day(context, "--from", from)) is not { } first)
        {
            return ExitCodes.Usage;
        }

        if (first > last)
        {
            context.Error(context.Say($"--from {first:yyyy-MM-dd} 晚于 --until {last:yyyy-MM-dd}", $"--from {first:yyyy-MM-dd} is later than --until {last:yyyy-MM-dd}"));
            return ExitCodes.Usage;
        }

        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        Report(context, await RecountAsync(context, service.Get<OrderRecount>(), first, last, cancellationToken));
        return ExitCodes.Done;
    }

    private static async Task<RecountFigures> RecountAsync(CommandContext context, OrderRecount recount, DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        async Task<RecountFigures> AllAsync(Action<double> progress)
        {
            var figures = await recount.RunUnreadableAsync(cancellationToken);
            var days = last.DayNumber - first.DayNumber + 1;
            for (var day = 0; day < days; day++)
            {
                var start = BeijingDays.StartOf(first.AddDays(day));
                figures += await recount.RunAsync(new OrderSpan(start, start.AddDays(1)), cancellationToken);
                progress((day + 1.0) / days);
            }

            return figures;
        }

        return Console.IsOutputRedirected
            ? await AllAsync(_ => { })
            : await context.Out.Progress().StartAsync(async bar =>
            {
                var task = bar.AddTask(context.Say("重算订单", "recounting"), maxValue: 1);
                return await AllAsync(done => task.Value = done);
            });
    }

    private static void Report(CommandContext context, RecountFigures figures)
    {
        context.Line(figures.Changed + figures.Hours == 0
            ? context.Say($"核对了 {figures.Rows} 行订单，没有变化", $"{figures.Rows} order rows looked at; nothing changed")
            : context.Say(
                $"核对了 {figures.Rows} 行订单：{figures.Changed} 行有变化（其中 {figures.Moved} 行换了群），{figures.Hours} 个小时的数字更正，各群佣金合计相差 {figures.Difference} 元",
                $"{figures.Rows} order rows looked at: {figures.Changed} changed ({figures.Moved} of them moved to another group), {figures.Hours} hourly figures corrected, the commission of all groups together changed by {figures.Difference} yuan"));
        if (figures.Unreadable > 0)
        {
            context.Line(context.Say($"仍有 {figures.Unreadable} 行看不懂，没有计入", $"{figures.Unreadable} rows can't be read and are not counted"));
        }
    }
}
