namespace DealBot.Adapters.Tests.Preview;

public sealed class PreviewAdapterContractTests : MessagingAdapterContract
{
    protected override Task<AdapterStage> SetStageAsync() => Task.FromResult<AdapterStage>(new PreviewStage());
}
