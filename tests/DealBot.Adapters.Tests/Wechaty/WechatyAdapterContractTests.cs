namespace DealBot.Adapters.Tests.Wechaty;

public sealed class WechatyAdapterContractTests : MessagingAdapterContract
{
    protected override async Task<AdapterStage> SetStageAsync() => await WechatyStage.SetAsync();
}
