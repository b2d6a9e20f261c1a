namespace DealBot.Adapters.DingTalk;

/// <summary>A text message.</summary>
internal sealed record DingTalkText(string Content);
