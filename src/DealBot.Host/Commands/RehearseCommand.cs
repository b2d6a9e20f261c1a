using System.CommandLine;
using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Rendering;
using DealBot.Host.Rehearsal;
using Spectre.Console;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot rehearse</c>: a whole day in seconds, with no keys.</summary>
internal static class RehearseCommand
{
    private const int MostDays = 31;

    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var date = new Option<string?>("--date") { Description = Say("哪一天，例如 2026-06-18；默认今天", "which day, for example 2026-06-18; today if left out") };
        var days = new Option<int>("--days") { Description = Say("几天，1 到 31", "how many days, 1 to 31"), DefaultValueFactory = _ => 1 };
        var folder = new Option<string>("--out") { Description = Say("结果放在哪个目录", "folder for the result"), DefaultValueFactory = _ => Path.Combine("out", "rehearsal") };
        var seed = new Option<int>("--seed") { Description = Say("随机种子；种子相同，结果相同", "seed; the same seed gives the same day"), DefaultValueFactory = _ => 1 };
        var config = new Option<string>("--config") { Description = Say("群主配置目录", "folder of the owners' files"), DefaultValueFactory = _ => "config" };
        var templates = new Option<string>("--templates") { Description = Say("模板目录", "folder of templates"), DefaultValueFactory = _ => "templates" };
        var command = CommandLine.Verb(
            "rehearse",
            language,
            "演练一整天：用模拟的联盟和聊天平台，不需要任何密钥，几十秒看到每个群的一天",
            "rehearse a day against simulators in seconds, with no keys",
            context,
            (command, parsed, token) =>
            {
                if (!TryReadDate(parsed.GetValue(date), out var day) || parsed.GetValue(days) is < 1 or > MostDays)
                {
                    command.Error(command.Say("--date 应为 2026-06-18 这样的日期，--days 应为 1 到 31", "--date must be a date like 2026-06-18, --days 1 to 31"));
                    return Task.FromResult(ExitCodes.Usage);
                }

                var request = new RehearsalRequest(day, parsed.GetValue(days), parsed.GetValue(folder)!, parsed.GetValue(seed), parsed.GetValue(config)!, parsed.GetValue(templates)!);
                return RunAsync(command, request, token);
            });
        foreach (var option in new Option[] { date, days, folder, seed, config, templates })
        {
            command.Add(option);
        }

        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, RehearsalRequest request, CancellationToken cancellationToken)
    {
        var result = await WithProgressAsync(context, request, progress => new RehearsalRun(request, context).RunAsync(progress, cancellationToken));
        if (result is null)
        {
            return ExitCodes.Fault;
        }

        string page;
        try
        {
            page = new RehearsalReport(result, context.Language).Write();
        }
        catch (TemplateFaultException fault)
        {
            context.Error(fault.Reason);
            return ExitCodes.Fault;
        }

        Summarize(context, result);
        context.Line(Path.GetFullPath(page));
        return result.BooksAgree ? ExitCodes.Done : ExitCodes.Fault;
    }

    private static Task<RehearsalResult?> WithProgressAsync(CommandContext context, RehearsalRequest request, Func<Action<double>, Task<RehearsalResult?>> run)
    {
        var what = context.Say($"演练 {request.Date:yyyy-MM-dd}", $"rehearsing {request.Date:yyyy-MM-dd}");
        if (!context.Out.Profile.Capabilities.Interactive)
        {
            context.Line($"{what} …");
            return run(static _ => { });
        }

        return context.Out.Progress().AutoClear(true).StartAsync(async display =>
        {
            var task = display.AddTask(what, maxValue: 1);
            return await run(done => task.Value = done);
        });
    }

    private static void Summarize(CommandContext context, RehearsalResult result)
    {
        var table = new TextTable();
        table.Column(context.Say("群", "group"), wraps: true);
        table.Column(context.Say("受众", "audience"));
        foreach (var (zh, en) in (ReadOnlySpan<(string, string)>)[("发送", "sent"), ("未发", "not sent"), ("点击", "clicks"), ("访客", "visitors"), ("订单", "orders"), ("销售额", "sales"), ("佣金", "commission")])
        {
            table.Column(context.Say(zh, en), right: true);
        }

        foreach (var group in result.Configuration.Groups)
        {
            table.Row(Row(group.Name, result.Configuration.Audience(group.Audience).Name, result.SkipsOf(group), result.Figures[group.Id]));
        }

        table.Row(Row(context.Say("合计", "total"), "", result.Configuration.Groups.Sum(result.SkipsOf), result.Total));
        table.Write(context.Out);
        context.Line(result.BooksAgree
            ? context.Say($"对账：联盟记 {result.NetworkOrders} 单、佣金 ¥{result.NetworkCommission}，与账本一致", $"books: {result.NetworkOrders} orders, commission ¥{result.NetworkCommission}, the same as the network's")
            : context.Say($"对账不一致：联盟记 {result.NetworkOrders} 单、佣金 ¥{result.NetworkCommission}，账本 {result.Total.Orders} 单、¥{result.Total.Commission}", $"books differ: the network has {result.NetworkOrders} orders and ¥{result.NetworkCommission}, the books {result.Total.Orders} and ¥{result.Total.Commission}"));
        context.Line(context.Say($"用时 {result.Elapsed.TotalSeconds:0.0} 秒", $"took {result.Elapsed.TotalSeconds:0.0} s"));
    }

    private static string[] Row(string name, string audience, int skipped, Core.Metrics.Figures figures)
    {
        var culture = CultureInfo.InvariantCulture;
        return
        [
            name,
            audience,
            figures.Posts.ToString(culture),
            skipped.ToString(culture),
            figures.Clicks.ToString(culture),
            figures.Visitors.ToString(culture),
            figures.Orders.ToString(culture),
            $"¥{figures.Sales}",
            $"¥{figures.Commission}",
        ];
    }

    private static bool TryReadDate(string? text, out DateOnly date)
    {
        date = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        return text is null || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }
}
