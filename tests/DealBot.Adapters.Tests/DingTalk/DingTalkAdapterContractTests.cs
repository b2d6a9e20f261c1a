namespace DealBot.Adapters.Tests.DingTalk;

public sealed class DingTalkAdapterContractTests : MessagingAdapterContract
{
    protected override async Task<AdapterStage> SetStageAsync() => await DingTalkStage.SetAsync();
}
