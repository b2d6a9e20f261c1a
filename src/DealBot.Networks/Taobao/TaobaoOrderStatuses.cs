using System.Collections.Frozen;
using DealBot.Contracts;

namespace DealBot.Networks.Taobao;

/// <summary>Taobao's tk_status: where an order row stands.</summary>
internal static class TaobaoOrderStatuses
{
    private static readonly FrozenDictionary<string, (OrderStatus, Phrase)> ByCode = new Dictionary<string, (OrderStatus, Phrase)>
    {
        ["11"] = (OrderStatus.Created, new("待付款", "Not paid yet")),
        ["12"] = (OrderStatus.Paid, new("已付款", "Paid")),
        ["14"] = (OrderStatus.Confirmed, new("已收货", "Received")),
        ["3"] = (OrderStatus.Settled, new("已结算", "Settled")),
        ["13"] = (OrderStatus.Invalid, new("无效：订单关闭或退款", "Invalid: closed or refunded")),
    }.ToFrozenDictionary();

    /// <param name="code">tk_status.</param>
    /// <param name="isDisputed">Whether the buyer asked for money back (refund_tag). What is given back is not told here.</param>
    public static (OrderStatus Status, Phrase Text) Read(string code, bool isDisputed)
    {
        var (status, text) = ByCode.TryGetValue(code, out var known)
            ? known
            : (OrderStatus.Unknown, new Phrase($"未知状态 {code}", $"Unknown status {code}"));
        return isDisputed && status != OrderStatus.Invalid
            ? (status, new Phrase($"{text.Zh}，有维权退款：退回金额请在联盟后台核对", $"{text.En}, with a refund: see Alimama's console for how much"))
            : (status, text);
    }
}
