namespace DealBot.Adapters.Tests.WeCom;

public sealed class WeComAdapterContractTests : MessagingAdapterContract
{
    protected override async Task<AdapterStage> SetStageAsync() => await WeComStage.SetAsync();
}
