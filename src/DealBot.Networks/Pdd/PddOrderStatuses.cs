using System.Collections.Frozen;
using DealBot.Contracts;

namespace DealBot.Networks.Pdd;

/// <summary>Pinduoduo's order_status: where an order stands and, if it earns nothing, why.</summary>
internal static class PddOrderStatuses
{
    private static readonly FrozenDictionary<string, (OrderStatus Status, Phrase Text)> ByCode = new Dictionary<string, (OrderStatus, Phrase)>
    {
        ["-1"] = (OrderStatus.Created, new("待付款", "Not paid yet")),
        ["0"] = (OrderStatus.Paid, new("已付款", "Paid")),
        ["1"] = (OrderStatus.Paid, new("已成团", "Paid, the group is complete")),
        ["2"] = (OrderStatus.Confirmed, new("已收货", "Received")),
        ["3"] = (OrderStatus.Confirmed, new("审核通过，等待结算", "Audited, to be paid out")),
        ["4"] = (OrderStatus.Invalid, new("无效：审核失败", "Invalid: the audit failed")),
        ["5"] = (OrderStatus.Settled, new("已结算", "Paid out")),
        ["8"] = (OrderStatus.Invalid, new("无效：不是多多进宝商品", "Invalid: not an item of Pinduoduo's affiliates")),
        ["10"] = (OrderStatus.Invalid, new("违规：已被处罚", "Violation: punished")),
    }.ToFrozenDictionary();

    /// <param name="code">The code as it came; empty if none did.</param>
    /// <param name="reason">Pinduoduo's own words for a failure.</param>
    /// <param name="wasCompared">Whether the buyer compared prices first, which lowers the commission.</param>
    public static (OrderStatus Status, Phrase Text) Read(string code, string? reason, bool wasCompared)
    {
        var (status, text) = ByCode.TryGetValue(code, out var known)
            ? known
            : (OrderStatus.Unknown, code.Length == 0 ? new Phrase("拼多多未给出状态", "Pinduoduo does not tell the status") : new Phrase($"未知状态 {code}", $"Unknown status {code}"));
        if (status == OrderStatus.Invalid && reason is not null)
        {
            return (status, new Phrase($"{text.Zh}（{reason}）", $"{text.En} ({reason})"));
        }

        return wasCompared ? (status, new Phrase($"{text.Zh}（比价订单，佣金较低）", $"{text.En} (prices were compared first, which lowers the commission)")) : (status, text);
    }
}
