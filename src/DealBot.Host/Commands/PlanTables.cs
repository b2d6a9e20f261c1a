using System.Globalization;
using DealBot.Core.Planning;
using Spectre.Console;

namespace DealBot.Host.Commands;

/// <summary>Writes a day's plan as tables.</summary>
internal static class PlanTables
{
    public static void Write(CommandContext context, PlanSheet sheet)
    {
        context.Line(PlanVerdict.Of(sheet).In(context.Language));
        if (sheet.Rows.Count == 0)
        {
            return;
        }

        context.Out.Write(Posts(context, sheet));
        if (sheet.Drift is { } drift)
        {
            context.Line(context.Say(
                $"已发 {drift.Posts} 次；比计划晚：中位 {Length(context, drift.Median)}，最多 {Length(context, drift.Worst)}",
                $"{drift.Posts} sent; late by {Length(context, drift.Median)} in the median and {Length(context, drift.Worst)} at most"));
        }

        context.Out.Write(Accounts(context, sheet));
    }

    private static Table Posts(CommandContext context, PlanSheet sheet)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var (zh, en) in (ReadOnlySpan<(string, string)>)[("时刻", "at"), ("群", "group"), ("原定", "slot"), ("状态", "state"), ("说明", "why")])
        {
            table.AddColumn(context.Say(zh, en));
        }

        foreach (var row in sheet.Rows)
        {
            table.AddRow(
                row.HasNoRoom ? "—" : Clock(row, row.At),
                Markup.Escape($"{row.Group.Id} {row.Group.Name}"),
                row.At == row.SlotAt && !row.HasNoRoom ? "" : Clock(row, row.SlotAt),
                State(context, row),
                Markup.Escape((row.Reason ?? row.Moved)?.In(context.Language) ?? ""));
        }

        return table;
    }

    private static Table Accounts(CommandContext context, PlanSheet sheet)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(context.Say("账号", "account"));
        foreach (var (zh, en) in (ReadOnlySpan<(string, string)>)[("一天（条）", "a day"), ("其中图片", "pictures"), ("最忙的一小时", "busiest hour"), ("最忙的一分钟", "busiest minute"), ("排不下（次）", "no room")])
        {
            table.AddColumn(new TableColumn(context.Say(zh, en)).RightAligned());
        }

        foreach (var account in sheet.Accounts)
        {
            table.AddRow(
                Markup.Escape($"{account.Adapter}/{account.Address}"),
                Of(account.Messages, account.Limits?.MessagesPerDay),
                Of(account.Images, account.Limits?.ImagesPerDay),
                Of(account.BusiestHour, account.Limits?.MessagesPerHour),
                Of(account.BusiestMinute, account.Limits?.MessagesPerMinute),
                account.Dropped.ToString(CultureInfo.InvariantCulture));
        }

        return table;
    }

    private static string State(CommandContext context, PlanRow row) => row.State switch
    {
        "planned" => context.Say("待发", "planned"),
        "leased" or "sending" => context.Say("发送中", "sending"),
        "sent" when row is { SentAt: { } at, Drift: { } drift } && drift < TimeSpan.FromSeconds(1) => context.Say($"已发 {Clock(row, at)}", $"sent {Clock(row, at)}"),
        "sent" when row is { SentAt: { } at, Drift: { } drift } => context.Say($"已发 {Clock(row, at)}（晚 {Length(context, drift)}）", $"sent {Clock(row, at)} (late {Length(context, drift)})"),
        "sent" => context.Say("已发", "sent"),
        "failed" => context.Say("失败", "failed"),
        "unknown" => context.Say("未确认", "unknown"),
        PlanRow.Unrecorded => context.Say("没有记录", "not on record"),
        _ => row.HasNoRoom ? context.Say("排不下", "no room") : context.Say("跳过", "skipped"),
    };

    private static string Of(int used, int? most) => most is null ? $"{used}" : $"{used}/{most}";

    private static string Clock(PlanRow row, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(row.Group.TimeZone));
        return local.ToString(local.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static string Length(CommandContext context, TimeSpan length) => length < TimeSpan.FromMinutes(1)
        ? context.Say($"{(int)length.TotalSeconds} 秒", $"{(int)length.TotalSeconds} s")
        : context.Say($"{(int)length.TotalMinutes} 分 {length.Seconds} 秒", $"{(int)length.TotalMinutes} min {length.Seconds} s");
}
