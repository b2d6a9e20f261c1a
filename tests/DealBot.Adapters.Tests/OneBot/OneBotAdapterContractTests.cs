using DealBot.Simulators.OneBot;

namespace DealBot.Adapters.Tests.OneBot;

[TestFixture(OneBotDialect.Standard, false)]
[TestFixture(OneBotDialect.NapCat, false)]
[TestFixture(OneBotDialect.Standard, true)]
[TestFixture(OneBotDialect.NapCat, true)]
public sealed class OneBotAdapterContractTests(OneBotDialect dialect, bool isSocket) : MessagingAdapterContract
{
    protected override async Task<AdapterStage> SetStageAsync() => await OneBotStage.SetAsync(dialect, isSocket);
}
