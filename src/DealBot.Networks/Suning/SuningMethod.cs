namespace DealBot.Networks.Suning;

/// <summary>One interface of the open platform.</summary>
/// <param name="Name">The interface; misspellings are Suning's.</param>
/// <param name="Business">What its parameters and its answer stand under.</param>
internal sealed record SuningMethod(string Name, string Business)
{
    public static readonly SuningMethod HighCommission = new("suning.netalliance.inverstmentcommodity.query", "queryInverstmentcommodity");
    public static readonly SuningMethod Recommended = new("suning.netalliance.selectrecommendcommodity.query", "querySelectrecommendcommodity");
    public static readonly SuningMethod Search = new("suning.netalliance.searchcommoditynew.query", "querySearchcommoditynew");
    public static readonly SuningMethod Details = new("suning.netalliance.commoditydetail.query", "queryCommoditydetail");
    public static readonly SuningMethod ItemLink = new("suning.netalliance.storepromotionurl.query", "queryStorepromotionurl");
    public static readonly SuningMethod PageLink = new("suning.netalliance.custompromotionurl.query", "queryCustompromotionurl");
    public static readonly SuningMethod Orders = new("suning.netalliance.order.query", "queryOrder");
}
