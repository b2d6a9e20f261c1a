namespace DealBot.Networks.Tests.Suning.Simulated;

public sealed class SuningContractTests : AffiliateNetworkContract
{
    protected override async Task<NetworkStage> SetStageAsync() => await SuningStage.SetAsync();
}
