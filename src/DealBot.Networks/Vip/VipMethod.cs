namespace DealBot.Networks.Vip;

/// <summary>One interface of the open platform.</summary>
/// <param name="Service">Name of the service without its package.</param>
/// <param name="Name">Method for applications without a token.</param>
internal sealed record VipMethod(string Service, string Name)
{
    public static readonly VipMethod ListByChannel = new("UnionGoodsV2Service", "goodsListV2");
    public static readonly VipMethod ListByKeyword = new("UnionGoodsV2Service", "query");
    public static readonly VipMethod ListByIds = new("UnionGoodsV2Service", "getByGoodsIdsV2");
    public static readonly VipMethod Convert = new("UnionUrlV2Service", "genByGoodsId");
    public static readonly VipMethod Orders = new("UnionOrderV2Service", "orderList");

    private const string Package = "com.vip.adp.api.open.service.";

    public string FullService => Package + Service;

    /// <summary>The twin that takes a token.</summary>
    public string WithToken => Name + "WithOauth";
}
