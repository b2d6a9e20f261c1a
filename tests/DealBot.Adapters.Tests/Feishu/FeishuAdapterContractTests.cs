namespace DealBot.Adapters.Tests.Feishu;

/// <summary>A robot alone, and one with an app that uploads pictures.</summary>
[TestFixture(false)]
[TestFixture(true)]
public sealed class FeishuAdapterContractTests(bool hasApp) : MessagingAdapterContract
{
    protected override async Task<AdapterStage> SetStageAsync() => await FeishuStage.SetAsync(hasApp);
}
