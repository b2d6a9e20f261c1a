using System.Globalization;
using DealBot.Core.Planning;
using DealBot.Core.Posting;

namespace DealBot.Host.Commands;

/// <summary>Writes a day's plan as tables.</summary>
internal static class PlanTables
{
    public static void Write(CommandContext context, PlanSheet sheet)
    {
        context.Line(PlanVerdict.Of(sheet).In(context.Language));
        if (!sheet.IsRecorded)
        {
            context.Line(context.Say("这天还没有记录，以下是按现在的配置推算的", "nothing of this day is on record yet: this is what today's configuration leads to"));
        }

        if (sheet.Rows.Count == 0)
        {
            return;
        }

        Posts(context, sheet).Write(context.Out);
        if (sheet.Drift is { } drift)
        {
            context.Line(context.Say(
                $"已发 {drift.Posts} 次；比计划晚：中位 {Length(context, drift.Median)}，最多 {Length(context, drift.Worst)}",
                $"{drift.Posts} sent; late by {Length(context, drift.Median)} in the median and {Length(context, drift.Worst)} at most"));
        }

        Accounts(context, sheet).Write(context.Out);
    }

    private static TextTable Posts(CommandContext context, PlanSheet sheet)
    {
        var table = new TextTable();
        table.Column(context.Say("时刻", "at"));
        table.Column(context.Say("群", "group"), wraps: true);
        table.Column(context.Say("原定", "slot"));
        table.Column(context.Say("状态", "state"), wraps: true);
        table.Column(context.Say("说明", "why"), wraps: true);
        foreach (var row in sheet.Rows)
        {
            table.Row(
                row.HasNoRoom ? "—" : Clock(row, row.At),
                $"{row.Group.Id} {row.Group.Name}",
                row.At == row.SlotAt && !row.HasNoRoom ? "" : Clock(row, row.SlotAt),
                State(context, row),
                (row.Reason ?? row.Moved)?.In(context.Language) ?? "");
        }

        return table;
    }

    private static TextTable Accounts(CommandContext context, PlanSheet sheet)
    {
        var table = new TextTable();
        table.Column(context.Say("账号", "account"));
        foreach (var (zh, en) in (ReadOnlySpan<(string, string)>)[("一天（条）", "a day"), ("其中图片", "pictures"), ("最忙的一小时", "busiest hour"), ("最忙的一分钟", "busiest minute"), ("排不下（次）", "no room")])
        {
            table.Column(context.Say(zh, en), right: true);
        }

        foreach (var account in sheet.Accounts)
        {
            table.Row(
                account.Account.ToString(),
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
        "planned" when row.ReasonCode == SkipReason.PausedCode => context.Say("暂停", "paused"),
        "planned" => context.Say("待发", "planned"),
        "leased" or "sending" => context.Say("发送中", "sending"),
        "sent" when row is { SentAt: { } at, Drift: { } drift } && drift < TimeSpan.FromSeconds(1) => context.Say($"已发 {Clock(row, at)}", $"sent {Clock(row, at)}"),
        "sent" when row is { SentAt: { } at, Drift: { } drift } => context.Say($"已发 {Clock(row, at)}（晚 {Length(context, drift)}）", $"sent {Clock(row, at)} (late {Length(context, drift)})"),
        "sent" => context.Say("已发", "sent"),
        "awaiting" => context.Say("待群主确认", "to be confirmed"),
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
