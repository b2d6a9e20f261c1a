namespace DealBot.Networks.Taobao;

internal static class TaobaoMethods
{
    public const string Search = "taobao.tbk.dg.material.optional.upgrade";
    public const string CreateCommand = "taobao.tbk.tpwd.create";
    public const string Orders = "taobao.tbk.order.details.get";
}
