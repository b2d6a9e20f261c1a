namespace DealBot.Networks.Jd;

internal static class JdMethods
{
    public const string ListByChannel = "jd.union.open.goods.jingfen.query";
    public const string ListByKeyword = "jd.union.open.goods.query";
    public const string ConvertCommon = "jd.union.open.promotion.common.get";
    public const string ConvertBySubUnionId = "jd.union.open.promotion.bysubunionid.get";
    public const string OrderRows = "jd.union.open.order.row.query";
}
