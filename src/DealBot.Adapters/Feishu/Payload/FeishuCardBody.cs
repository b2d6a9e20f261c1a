namespace DealBot.Adapters.Feishu.Payload;

/// <summary>What a card shows, from top to bottom.</summary>
internal sealed record FeishuCardBody(IReadOnlyList<FeishuElement> Elements);
