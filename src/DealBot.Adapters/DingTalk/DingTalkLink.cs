namespace DealBot.Adapters.DingTalk;

/// <summary>A link with title, text and a small picture.</summary>
internal sealed record DingTalkLink(string Title, string Text, string MessageUrl, string? PicUrl);
