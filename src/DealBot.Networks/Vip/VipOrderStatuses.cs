using DealBot.Contracts;

namespace DealBot.Networks.Vip;

/// <summary>Where an order stands, from its status, whether it was settled, and whether it was received.</summary>
internal static class VipOrderStatuses
{
    /// <summary>The status; Vipshop's own words for it, where it gives some, come behind.</summary>
    public static (OrderStatus Status, Phrase Text) Read(string code, bool isSettled, bool isReceived, string? words)
    {
        var (status, text) = (code, isSettled, isReceived) switch
        {
            ("0", _, _) => (OrderStatus.Invalid, new Phrase("无效：不合格", "Invalid: not eligible")),
            ("1", _, true) => (OrderStatus.Confirmed, new Phrase("已签收", "Received")),
            ("1", _, false) => (OrderStatus.Paid, new Phrase("待定", "Pending")),
            ("2", true, _) => (OrderStatus.Settled, new Phrase("已结算", "Paid out")),
            ("2", false, _) => (OrderStatus.Confirmed, new Phrase("已完结", "Completed")),
            ("", _, _) => (OrderStatus.Unknown, new Phrase("唯品会未给出状态", "Vipshop does not tell the status")),
            _ => (OrderStatus.Unknown, new Phrase($"未知状态 {code}", $"Unknown status {code}")),
        };
        return (status, words is null ? text : new Phrase($"{text.Zh}（{words}）", $"{text.En} ({words})"));
    }
}
