namespace DealBot.Adapters.Tests.Telegram;

public sealed class TelegramAdapterContractTests : MessagingAdapterContract
{
    protected override async Task<AdapterStage> SetStageAsync() => await TelegramStage.SetAsync();
}
