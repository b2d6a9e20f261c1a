using System.CommandLine;
using System.Text.Json;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Orders;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Commands;

/// <summary><c>dealbot orders</c>: the orders of some days, each with its commission, its group and how it was traced there.</summary>
internal static class OrdersCommand
{
    private const int RowsOfTable = 50;
    private const int LongestTitle = 24;

    private static readonly JsonSerializerOptions Json = new(ConfigurationJson.Options) { WriteIndented = true };

    public static Command Create(Language language, Func<ParseResult, CommandContext> context)
    {
        string Say(string zh, string en) => language == Language.English ? en : zh;
        var pick = new OrderPick(language);
        var limit = new Option<int?>("--limit") { Description = Say($"最多列多少行，最新的在前；表格默认 {RowsOfTable} 行，JSON 和文件默认全部", $"most rows, the latest first; {RowsOfTable} for the table, all for JSON and files if left out") };
        limit.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<int?>() < 1)
            {
                result.AddError(Say("--limit 至少为 1", "--limit must be at least 1"));
            }
        });
        var json = new Option<bool>("--json") { Description = Say("输出 JSON，给程序读", "write JSON, for programs") };
        var file = new Option<string?>("--out") { Description = Say("写进 CSV 文件，例如 orders.csv", "write a CSV file, for example orders.csv") };
        var command = CommandLine.Verb("orders", language, "列出订单：佣金、状态、归到哪个群、怎么归的", "list orders: commission, status, group, and how it was found", context, (command, parsed, token) =>
            pick.Read(command, parsed, TimeProvider.System) is { } ask
                ? RunAsync(command, ask, (parsed.GetValue(limit), parsed.GetValue(json), parsed.GetValue(file)), token)
                : Task.FromResult(ExitCodes.Usage));
        command.Validators.Add(result =>
        {
            if (result.GetValue(file) is { } path && !Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            {
                result.AddError(Say($"--out {path} 写不了：文件名以 .csv 结尾", $"can't write --out {path}: the name ends in .csv"));
            }
        });
        foreach (var option in pick.Options.Concat([limit, json, file]))
        {
            command.Add(option);
        }

        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, OrderAsk ask, (int? Limit, bool Json, string? File) output, CancellationToken cancellationToken)
    {
        await using var service = await CommandService.OpenAsync(context, NullLoggerFactory.Instance, cancellationToken);
        if (service is null)
        {
            return ExitCodes.Fault;
        }

        var limit = output.Limit ?? (output.Json || output.File is not null ? int.MaxValue - 1 : RowsOfTable);
        var rows = await service.Get<IOrderList>().ListAsync(ask.Query with { Limit = limit + 1 }, cancellationToken);
        var (shown, isCut) = (rows.Take(limit).ToList(), rows.Count > limit);
        if (output.File is { } file && !TryWrite(context, file, ask, shown))
        {
            return ExitCodes.Fault;
        }

        if (output.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(shown.Select(RowOf), Json));
        }
        else if (output.File is null)
        {
            Show(context, service.Get<LiveConfiguration>().Current, ask, shown, isCut);
        }

        return ExitCodes.Done;
    }

    private static bool TryWrite(CommandContext context, string file, OrderAsk ask, IReadOnlyList<ListedOrder> rows)
    {
        try
        {
            OrderCsv.Write(file, rows, context);
            context.Line(context.Say($"已写入 {file}，共 {rows.Count} 行", $"{file} written, {rows.Count} rows"));
            context.Line(ask.Span.In(context.Language));
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            context.Error(context.Say($"写不了 {file}：{exception.Message}", $"can't write {file}: {exception.Message}"));
            return false;
        }
    }

    private static void Show(CommandContext context, DealBotConfiguration configuration, OrderAsk ask, IReadOnlyList<ListedOrder> rows, bool isCut)
    {
        if (rows.Count == 0)
        {
            context.Line(Nothing(context, configuration, ask.Query));
            context.Line(ask.Span.In(context.Language));
            return;
        }

        var table = new TextTable();
        table.Column(context.Say("下单时间", "ordered"));
        table.Column(context.Say("联盟", "network"));
        table.Column(context.Say("订单号", "order"));
        table.Column(context.Say("商品", "item"), wraps: true);
        table.Column(context.Say("销售额", "sales"), right: true);
        table.Column(context.Say("佣金", "commission"), right: true);
        table.Column(context.Say("状态", "status"));
        table.Column(context.Say("群", "group"), wraps: true);
        table.Column(context.Say("归属", "attributed by"), wraps: true);
        foreach (var row in rows)
        {
            table.Row(
                BeijingDays.Show(row.OrderedAt, "MM-dd HH:mm"),
                row.Network,
                row.OrderId,
                TextLines.Shorten(row.Title, LongestTitle),
                row.Sales.ToString(),
                $"{row.Commission} {OrderWords.CommissionOf(row.Status).In(context.Language)}".TrimEnd(),
                OrderWords.Of(row.Status).In(context.Language),
                row.Attribution.GroupId is { } group ? configuration.FindGroup(group) is { } known ? $"{group} {known.Name}" : group : "—",
                OrderWords.Of(row.Attribution).In(context.Language));
        }

        table.Write(context.Out);
        Sum(context, rows, isCut);
        context.Line(ask.Span.In(context.Language));
    }

    /// <summary>Orders of a group that was deleted are still there, so an unknown name is looked for; but it may be misspelt.</summary>
    private static string Nothing(CommandContext context, DealBotConfiguration configuration, OrderQuery query)
    {
        if (query.GroupId is { } group && configuration.FindGroup(group) is null)
        {
            var groups = string.Join(' ', configuration.Groups.Select(known => known.Id));
            return context.Say($"没有这样的订单；也没有群 {group}，有的是：{groups}", $"no such orders; and there is no group {group}, only: {groups}");
        }

        string[] networks = [.. configuration.Owners.SelectMany(owner => owner.NetworkAccounts.Keys).Distinct().Order(StringComparer.Ordinal)];
        return query.Network is { } network && !networks.Contains(network)
            ? context.Say($"没有这样的订单；群主们也没有联盟 {network}，有的是：{string.Join(' ', networks)}", $"no such orders; and no owner has the network {network}, only: {string.Join(' ', networks)}")
            : context.Say("没有这样的订单", "no such orders");
    }

    private static void Sum(CommandContext context, IReadOnlyList<ListedOrder> rows, bool isCut)
    {
        var unattributed = rows.Count(row => row.Attribution.GroupId is null);
        context.Line(context.Say(
            $"{rows.Count} 行{(isCut ? "（还有更早的，用 --limit 或 --out 看全）" : "")}，没有归到群的 {unattributed} 行",
            $"{rows.Count} rows{(isCut ? " (there are earlier ones: --limit or --out shows them)" : "")}, {unattributed} of no group"));
        if (unattributed > 0)
        {
            context.Line(context.Say("认领：dealbot claim 订单号 --group 群", "to claim one: dealbot claim ORDER --group GROUP"));
        }
    }

    private static object RowOf(ListedOrder row) => new
    {
        row.OrderedAt,
        row.Network,
        row.Account,
        Order = row.OrderId,
        Row = row.RowId,
        row.ItemId,
        row.Title,
        row.Quantity,
        Status = OrderWords.NameOf(row.Status),
        row.StatusCode,
        SalesFen = row.Sales.Fen,
        CommissionFen = row.Commission.Fen,
        Owner = row.OwnerId,
        Group = row.Attribution.GroupId,
        Post = row.Attribution.PostId,
        AttributedBy = JsonNamingPolicy.CamelCase.ConvertName(row.Attribution.Method.ToString()),
        row.Attribution.Confidence,
    };
}
