namespace DealBot.Adapters.Tests.WeComTask;

public sealed class WeComTaskAdapterContractTests : MessagingAdapterContract
{
    protected override async Task<AdapterStage> SetStageAsync() => await WeComTaskStage.SetAsync();
}
