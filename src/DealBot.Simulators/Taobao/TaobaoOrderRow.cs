using System.Globalization;
using System.Text.Json.Nodes;
using DealBot.Contracts;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Taobao;

/// <summary>Writes an order: yuan and percent as text, positions as numbers, <c>--</c> where there is no text.</summary>
internal static class TaobaoOrderRow
{
    private const string Nothing = "--";

    public static JsonObject Write(TaobaoOrder order)
    {
        var row = Keys(order);
        Goods(row, order.Sale);
        Times(row, order.Sale);
        Amounts(row, order);
        if (order.RelationId.Length > 0)
            row["relation_id"] = long.Parse(order.RelationId, CultureInfo.InvariantCulture);
        return row;
    }

    private static JsonObject Keys(TaobaoOrder order)
    {
        var pid = order.Pid.Split('_');
        return new JsonObject
        {
            ["trade_id"] = order.TradeId,
            ["trade_parent_id"] = order.ParentId,
            ["item_id"] = order.ItemId,
            ["tk_status"] = order.Status,
            ["tk_order_role"] = 2,
            ["refund_tag"] = order.Sale.Returned > 0 ? 1 : 0,
            ["order_type"] = order.Sale.Item.IsSelfOperated ? "天猫" : "淘宝",
            ["terminal_type"] = "无线",
            ["flow_source"] = Nothing,
            ["pub_id"] = long.Parse(pid[1], CultureInfo.InvariantCulture),
            ["site_id"] = long.Parse(pid[2], CultureInfo.InvariantCulture),
            ["site_name"] = "购物群",
            ["adzone_id"] = long.Parse(pid[3], CultureInfo.InvariantCulture),
            ["adzone_name"] = $"推广位{pid[3]}",
        };
    }

    private static void Goods(JsonObject row, MarketOrder sale)
    {
        row["item_title"] = sale.Item.Title;
        row["item_num"] = sale.Quantity;
        row["item_price"] = sale.UnitPrice.ToString();
        row["item_category_name"] = sale.Item.Category.Name3;
        row["seller_nick"] = sale.Item.ShopName;
        row["seller_shop_title"] = sale.Item.ShopName;
    }

    private static void Times(JsonObject row, MarketOrder sale)
    {
        row["tk_create_time"] = Beijing.Write(sale.OrderedAt);
        row["tb_paid_time"] = Told(sale.PaidAt);
        row["tk_paid_time"] = Told(sale.PaidAt);
        row["tk_earning_time"] = Told(sale.SettledAt);
        row["modified_time"] = Beijing.Write(sale.ModifiedAt);
        row["click_time"] = Beijing.Write(sale.ClickedAt);
    }

    private static void Amounts(JsonObject row, TaobaoOrder order)
    {
        var sale = order.Sale;
        row["alipay_total_price"] = order.Estimated.Base.ToString();
        row["pay_price"] = Amount(order.Settled.Base);
        row["total_commission_rate"] = Percent(sale.CommissionRate);
        row["income_rate"] = Percent(sale.CommissionRate);
        row["pub_share_rate"] = Percent(sale.OwnRate);
        row["tk_total_rate"] = Percent(sale.OwnRate.Of(sale.CommissionRate));
        row["pub_share_pre_fee"] = order.Estimated.Fee.ToString();
        row["pub_share_fee"] = Amount(order.Settled.Fee);
        row["alimama_rate"] = "0.00";
        row["alimama_share_fee"] = "0.00";
        row["subsidy_rate"] = "0.00";
        row["subsidy_fee"] = "0.00";
        row["subsidy_type"] = Nothing;
    }

    private static Rate Of(this Rate share, Rate rate) => new(rate.BasisPoints * share.BasisPoints / 10_000);

    private static string Percent(Rate rate) => rate.Percent.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Amount(Money amount) => amount == Money.Zero ? "0" : amount.ToString();

    private static string Told(DateTimeOffset? moment) => moment is null ? Nothing : Beijing.Write(moment);
}
