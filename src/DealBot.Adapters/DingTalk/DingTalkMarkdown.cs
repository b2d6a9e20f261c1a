namespace DealBot.Adapters.DingTalk;

/// <summary>A markdown message.</summary>
/// <param name="Title">What lists of chats and notifications show of it.</param>
/// <param name="Text">The markdown.</param>
internal sealed record DingTalkMarkdown(string Title, string Text);
