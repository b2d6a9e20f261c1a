namespace DealBot.Networks.Tests.Taobao.Simulated;

public sealed class TaobaoContractTests : AffiliateNetworkContract
{
    protected override async Task<NetworkStage> SetStageAsync() => await TaobaoStage.SetAsync();
}
