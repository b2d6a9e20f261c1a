using DealBot.ContractKit;

namespace Webhook.Tests;

/// <summary>All that DealBot expects of an adapter.</summary>
public sealed class WebhookContractTests : MessagingAdapterContract
{
    /// <inheritdoc />
    protected override Task<AdapterStage> SetStageAsync() => Task.FromResult<AdapterStage>(new WebhookStage());
}
