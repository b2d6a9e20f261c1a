namespace DealBot.Networks.Tests.Vip.Simulated;

public sealed class VipContractTests : AffiliateNetworkContract
{
    protected override async Task<NetworkStage> SetStageAsync() => await VipStage.SetAsync();
}
