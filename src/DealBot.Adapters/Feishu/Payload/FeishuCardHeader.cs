namespace DealBot.Adapters.Feishu.Payload;

/// <summary>The head of a card.</summary>
internal sealed record FeishuCardHeader(FeishuCardText Title);
