namespace DealBot.Networks.Tests.Pdd.Simulated;

public sealed class PddContractTests : AffiliateNetworkContract
{
    protected override async Task<NetworkStage> SetStageAsync() => await PddStage.SetAsync();
}
