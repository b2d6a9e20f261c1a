using System.Text.Json.Nodes;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Pdd;

/// <summary>Writes an order as the lists do: fen, per mille, seconds.</summary>
internal static class PddOrderRow
{
    public static JsonObject Write(PddOrder order, Uri address)
    {
        var sale = order.Sale;
        var row = new JsonObject
        {
            ["order_sn"] = order.Number,
            ["order_id"] = $"Sim{order.Number[7..]}==",
            ["goods_id"] = PddGoods.NumberOf(sale.Item),
            ["goods_sign"] = sale.Item.ItemId,
            ["goods_name"] = sale.Item.Title,
            ["goods_thumbnail_url"] = MarketPages.ImageOf(sale.Item, address).AbsoluteUri,
            ["goods_category_name"] = sale.Item.Category.Name1,
            ["goods_quantity"] = sale.Quantity,
            ["goods_price"] = sale.UnitPrice.Fen,
            ["order_amount"] = sale.EstimatedBase.Fen,
            ["promotion_rate"] = sale.CommissionRate.BasisPoints / 10,
            ["promotion_amount"] = order.Commission.Fen,
            ["platform_discount"] = 0,
            ["share_rate"] = 0,
            ["share_amount"] = 0,
            ["order_status"] = order.Status,
            ["order_status_desc"] = Describe(order.Status),
            ["p_id"] = sale.Tracking.PositionId,
            ["custom_parameters"] = sale.Tracking.SubId,
            ["price_compare_status"] = 0,
            ["type"] = 0,
            ["is_direct"] = 1,
            ["cpa_new"] = 0,
            ["mall_id"] = sale.Item.ShopId,
            ["mall_name"] = sale.Item.ShopName,
            ["cat_ids"] = new JsonArray(sale.Item.Category.Cid1, sale.Item.Category.Cid2, sale.Item.Category.Cid3),
            ["fail_reason"] = order.FailReason,
        };
        WriteTimes(row, sale);
        return row;
    }

    private static void WriteTimes(JsonObject row, MarketOrder sale)
    {
        row["order_create_time"] = sale.OrderedAt.ToUnixTimeSeconds();
        row["order_pay_time"] = Seconds(sale.PaidAt);
        row["order_group_success_time"] = Seconds(sale.PaidAt);
        row["order_receive_time"] = Seconds(sale.ReceivedAt);
        row["order_settle_time"] = Seconds(sale.SettledAt);
        row["order_modify_at"] = sale.ModifiedAt.ToUnixTimeSeconds();
    }

    private static JsonValue? Seconds(DateTimeOffset? moment) => moment is { } told ? JsonValue.Create(told.ToUnixTimeSeconds()) : null;

    private static string Describe(int status) => status switch { 0 => "已支付", 1 => "已成团", 2 => "确认收货", 4 => "审核失败", 5 => "已经结算", _ => "未支付" };
}
