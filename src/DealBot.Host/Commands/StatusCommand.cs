using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using DealBot.Contracts;
using DealBot.Host.Health;
using DealBot.Host.Settings;
using Spectre.Console;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot status</c>: how the running service is, from its own <c>/readyz</c>.</summary>
internal static class StatusCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create(Language language, Func<ParseResult, CommandContext> context) => CommandLine.Verb(
        "status", language, "看运行中的服务是否正常；不正常时退出码为 1", "show how the running service is; exit code 1 if it is unwell", context, (command, _, token) => RunAsync(command, token));

    private static async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.ReadSettings() is not { } configuration)
        {
            return ExitCodes.Fault;
        }

        var (settings, faults) = SettingsLoader.Bind(configuration);
        if (settings is null)
        {
            return context.Fail(faults);
        }

        var address = AddressOf(settings.Listen);
        try
        {
            return Show(context, await AskAsync(address, settings.Telemetry.HealthToken, cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            context.Error(exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }
                ? context.Say($"服务没有在运行：{address} 连不上。用 dealbot run 启动；装成系统服务的用 systemctl start dealbot", $"the service is not running: nothing answers at {address}. Start it with dealbot run, or systemctl start dealbot")
                : context.Say($"{address} 没有像样的应答：可能是别的程序占了这个端口，或者服务太忙，过一会儿再看", $"no proper answer from {address}: another program may have the port, or the service is too busy; look again in a while"));
            return ExitCodes.Fault;
        }
    }

    /// <summary>Where this machine reaches a service that listens so.</summary>
    internal static Uri AddressOf(string listen)
    {
        var address = new UriBuilder(listen.Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal)) { Path = "/readyz" };
        address.Host = address.Host switch
        {
            "0.0.0.0" => "127.0.0.1",
            "[::]" => "[::1]",
            var host => host,
        };
        return address.Uri;
    }

    private static async Task<HealthReport> AskAsync(Uri address, string? token, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        return JsonSerializer.Deserialize<HealthReport>(await response.Content.ReadAsStringAsync(cancellationToken), Json) ?? throw new JsonException("empty answer");
    }

    private static int Show(CommandContext context, HealthReport report)
    {
        var width = Rows(context, report).Max(row => row.Name.GetCellWidth());
        foreach (var (name, value) in Rows(context, report))
        {
            context.Line($"{name}{new string(' ', width - name.GetCellWidth())}  {value}");
        }

        foreach (var finding in report.Findings)
        {
            var text = context.Say(finding.Zh, finding.En);
            if (finding.Level == FindingLevel.Note)
            {
                context.Line(text);
            }
            else
            {
                context.Error(text);
            }
        }

        if (report.Figures?.LastDay.GetValueOrDefault("unknown") > 0)
        {
            context.Line(context.Say("未确认的可能到了也可能没到：dealbot resend 列出，没到的可以补发", "unknown posts may or may not have arrived: dealbot resend lists them and sends one again"));
        }

        var well = report.Findings.All(finding => finding.Level == FindingLevel.Note);
        if (well)
        {
            context.Line(context.Say("一切正常", "all is well"));
        }

        return well ? ExitCodes.Done : ExitCodes.Fault;
    }

    private static IEnumerable<(string Name, string Value)> Rows(CommandContext context, HealthReport report)
    {
        yield return (context.Say("数据库", "database"), report.Database ? context.Say("可读写", "readable and writable") : context.Say("不可用", "unavailable"));
        yield return (context.Say("选品库", "deals"), report.DealsSeenAt is { } seen
            ? context.Say($"{report.Deals} 件，{Ago(context, report.At - seen)}前更新", $"{report.Deals}, listed {Ago(context, report.At - seen)} ago")
            : $"{report.Deals}");
        if (report.Figures is not { } figures)
        {
            yield break;
        }

        int Count(string state) => (int)figures.LastDay.GetValueOrDefault(state);
        yield return (context.Say("待发", "to be sent"), context.Say($"到点 {figures.Due} 条，之后 {figures.Ahead} 条", $"{figures.Due} due, {figures.Ahead} later"));
        yield return (
            context.Say("最近 24 小时", "last 24 hours"),
            context.Say(
                $"已发 {Count("sent")}，待群主确认 {Count("awaiting")}，失败 {Count("failed")}，未确认 {Count("unknown")}，跳过 {Count("skipped")}，点击 {figures.Clicks}",
                $"{Count("sent")} sent, {Count("awaiting")} to be confirmed, {Count("failed")} failed, {Count("unknown")} unknown, {Count("skipped")} skipped, {figures.Clicks} clicks"));
        foreach (var link in figures.Links)
        {
            yield return (context.Say($"转链 {link.Network}/{link.Account}", $"links {link.Network}/{link.Account}"), link switch
            {
                { IsBroken: true, FailingSince: { } since } => context.Say($"断了 {Ago(context, report.At - since)}", $"broken for {Ago(context, report.At - since)}"),
                { WorkedAt: { } worked } => context.Say($"{Ago(context, report.At - worked)}前试过，正常", $"tried {Ago(context, report.At - worked)} ago, fine"),
                _ => context.Say("还没试成功过", "not seen working yet"),
            });
        }

        foreach (var known in figures.Orders)
        {
            yield return (context.Say($"订单 {known.Network}/{known.Account}", $"orders {known.Network}/{known.Account}"), context.Say($"同步到 {Ago(context, report.At - known.Until)}前", $"known until {Ago(context, report.At - known.Until)} ago"));
        }
    }

    private static string Ago(CommandContext context, TimeSpan span) => span < TimeSpan.FromMinutes(2)
        ? context.Say($"{Math.Max(0, (long)span.TotalSeconds)} 秒", $"{Math.Max(0, (long)span.TotalSeconds)} s")
        : span < TimeSpan.FromHours(2)
            ? context.Say($"{(long)span.TotalMinutes} 分钟", $"{(long)span.TotalMinutes} min")
            : context.Say($"{(long)span.TotalHours} 小时", $"{(long)span.TotalHours} h");
}
