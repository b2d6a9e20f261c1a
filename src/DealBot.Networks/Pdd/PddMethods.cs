namespace DealBot.Networks.Pdd;

internal static class PddMethods
{
    public const string Search = "pdd.ddk.goods.search";
    public const string Convert = "pdd.ddk.goods.promotion.url.generate";
    public const string OrdersByUpdate = "pdd.ddk.order.list.increment.get";
    public const string OrdersByPayment = "pdd.ddk.order.list.range.get";
    public const string QueryAuthority = "pdd.ddk.member.authority.query";
    public const string PromoteChannel = "pdd.ddk.rp.prom.url.generate";
}
