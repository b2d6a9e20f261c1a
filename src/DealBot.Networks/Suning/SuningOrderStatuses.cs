using DealBot.Contracts;

namespace DealBot.Networks.Suning;

/// <summary>
/// Where an order line stands. Suning filters by numbers but writes words, of which only "支付完成" is documented; so they are understood by what they speak
/// of, and what they do not speak of stays unknown.
/// </summary>
internal static class SuningOrderStatuses
{
    // In this order: a refund speaks of payment too, and what waits for payment does so most of all.
    private static readonly (string[] Words, OrderStatus Status, Phrase Text)[] Rules =
    [
        (["3", "退"], OrderStatus.Invalid, new("无效：已退款", "Invalid: refunded")),
        (["4", "取消", "关闭"], OrderStatus.Invalid, new("无效：已取消", "Invalid: cancelled")),
        (["1", "待支付", "待付款", "等待支付", "等待付款", "未支付", "未付款"], OrderStatus.Created, new("待付款", "Not paid yet")),

        // What waits for the buyer's word speaks of it like what has it.
        (["待确认收货", "待买家确认", "待会员确认", "未确认收货"], OrderStatus.Paid, new("已付款", "Paid")),
        (["5", "已收货", "确认收货", "交易完成", "交易成功", "订单完成", "已完成"], OrderStatus.Confirmed, new("已收货", "Received")),
        (["2", "支付", "付款", "发货", "待收货"], OrderStatus.Paid, new("已付款", "Paid")),
    ];

    public static (OrderStatus Status, Phrase Text) Read(string code, bool earnsNothing, bool isViolation)
    {
        if (isViolation)
        {
            return (OrderStatus.Invalid, new Phrase("违规订单", "Violation"));
        }

        var known = Array.Find(Rules, rule => rule.Words.Any(word => char.IsAsciiDigit(word[0]) ? code == word : code.Contains(word, StringComparison.Ordinal)));
        if (earnsNothing && known.Status != OrderStatus.Invalid)
        {
            return (OrderStatus.Invalid, new Phrase("无效：不返佣金", "Invalid: earns no commission"));
        }

        return known.Words is not null ? (known.Status, known.Text)
            : code.Length == 0 ? (OrderStatus.Unknown, new Phrase("苏宁未给出状态", "Suning does not tell the status"))
            : (OrderStatus.Unknown, new Phrase($"未知状态 {code}", $"Unknown status {code}"));
    }
}
