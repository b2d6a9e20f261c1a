namespace DealBot.Core.Bot;

/// <summary>Something that somebody wants of the bot, on record until it is dealt with.</summary>
/// <param name="Key">The event that brought it.</param>
/// <param name="At">When it was written, as the platform says.</param>
/// <param name="SenderId">The platform's id of who wrote it.</param>
/// <param name="Text">What was written.</param>
/// <param name="IsToBot">Whether the bot was mentioned.</param>
/// <param name="IsTooMuch">Whether it came too soon after others: then the answer is only to be patient.</param>
public sealed record ChatRequest(ChatKey Key, DateTimeOffset At, string SenderId, string Text, bool IsToBot, bool IsTooMuch);
