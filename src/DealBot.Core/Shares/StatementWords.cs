using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Ledger;

namespace DealBot.Core.Shares;

/// <summary>The words of a statement, the same in the table, the file and the picture.</summary>
public static class StatementWords
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>How far an order or an account has come; null for an order that brings nothing any more.</summary>
    public static Phrase Of(LedgerStage? stage) => stage switch
    {
        LedgerStage.Estimated => new Phrase("预估", "estimated"),
        LedgerStage.Confirmed => new Phrase("已确认", "confirmed"),
        LedgerStage.Settled => new Phrase("已结算", "settled"),
        LedgerStage.PaidOut => new Phrase("已付款", "paid out"),
        _ => new Phrase("无效", "void"),
    };

    public static Phrase Of(StatementRole role) => role == StatementRole.Own ? new Phrase("自推", "own") : new Phrase("邀请", "inviter");

    public static Phrase Of(StatementSection section) => section switch
    {
        StatementSection.Orders => new Phrase("本月订单", "orders of the month"),
        StatementSection.Progress => new Phrase("往月订单进展", "earlier orders that came further"),
        _ => new Phrase("往月订单调整", "adjustments of earlier orders"),
    };

    /// <summary>What a change comes from; empty where the section says enough.</summary>
    public static Phrase Of(LedgerKind kind) => kind switch
    {
        LedgerKind.ClawBack => new Phrase("退款或违规扣回", "taken back: refund or violation"),
        LedgerKind.Recount => new Phrase("重算", "recounted"),
        LedgerKind.Claim => new Phrase("认领", "claimed"),
        LedgerKind.Opening => new Phrase("期初", "opening"),
        LedgerKind.Payout => new Phrase("付款", "payout"),
        _ => new Phrase("", ""),
    };

    /// <summary>From when to when a month goes: not by the owner's own clock, which may be another.</summary>
    public static Phrase Period(LedgerMonth month) => new(
        $"{month} 按北京时间算：{Clock(month.Start)} 起，到 {Clock(month.End)} 为止",
        $"{month} by Beijing time: from {Clock(month.Start)} until {Clock(month.End)}");

    /// <summary>A moment as statements write it, by Beijing's clock.</summary>
    public static string Clock(DateTimeOffset moment) => moment.ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
