namespace DealBot.Adapters.WeCom;

/// <summary>A text or a markdown message.</summary>
internal sealed record WeComContent(string Content);
