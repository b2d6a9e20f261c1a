namespace DealBot.Networks.Tests.Jd.Simulated;

public sealed class JdContractTests : AffiliateNetworkContract
{
    protected override async Task<NetworkStage> SetStageAsync() => await JdStage.SetAsync();
}
