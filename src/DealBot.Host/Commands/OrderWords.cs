using DealBot.Contracts;
using DealBot.Core.Orders;

namespace DealBot.Host.Commands;

/// <summary>Where an order stands and how it was traced, in words.</summary>
internal static class OrderWords
{
    /// <summary>What people type for a status.</summary>
    public static readonly IReadOnlyList<string> Statuses = [.. Enum.GetValues<OrderStatus>().Select(NameOf)];

    public static OrderStatus StatusOf(string name) => Enum.Parse<OrderStatus>(name, ignoreCase: true);

    public static string NameOf(OrderStatus status) => status.ToString().ToLowerInvariant();

    public static Phrase Of(OrderStatus status) => status switch
    {
        OrderStatus.Created => new Phrase("待付款", "not paid"),
        OrderStatus.Paid => new Phrase("已付款", "paid"),
        OrderStatus.Confirmed => new Phrase("已收货", "received"),
        OrderStatus.Settled => new Phrase("已结算", "settled"),
        OrderStatus.Invalid => new Phrase("无效", "invalid"),
        _ => new Phrase("未知", "unknown"),
    };

    /// <summary>How far its commission has come.</summary>
    public static Phrase CommissionOf(OrderStatus status) => status switch
    {
        OrderStatus.Paid => new Phrase("预估", "estimated"),
        OrderStatus.Confirmed => new Phrase("确认", "confirmed"),
        OrderStatus.Settled => new Phrase("结算", "settled"),
        _ => new Phrase("", ""),
    };

    public static Phrase Of(AttributionMethod method) => method switch
    {
        AttributionMethod.Claimed => new Phrase("人工认领", "claimed"),
        AttributionMethod.Link => new Phrase("链接", "link"),
        AttributionMethod.SubId => new Phrase("群编号", "group in sub id"),
        AttributionMethod.Position => new Phrase("推广位", "position"),
        AttributionMethod.Join => new Phrase("按点击推断", "inferred from clicks"),
        _ => new Phrase("未归属", "unattributed"),
    };

    /// <summary>How it was traced and, where that is not sure, how sure it is.</summary>
    public static Phrase Of(Attribution attribution)
    {
        var words = Of(attribution.Method);
        return attribution.Confidence is 0 or 100 ? words : new Phrase($"{words.Zh} {attribution.Confidence}%", $"{words.En} {attribution.Confidence}%");
    }
}
