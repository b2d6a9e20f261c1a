using System.Text.Json.Serialization;

namespace DealBot.Adapters.Feishu.Payload;

/// <summary>A rich text in one language, which readers of all languages see.</summary>
internal sealed record FeishuPost([property: JsonPropertyName("zh_cn")] FeishuArticle Article);
