using DealBot.Core.Configuration;

namespace DealBot.Core.Bot;

/// <summary>What an owner wants done.</summary>
/// <param name="Command">What.</param>
/// <param name="Groups">With which of his groups; at least one.</param>
/// <param name="Key">The event that brought it.</param>
/// <param name="At">When he wrote it. Whatever is done goes by this moment, so that doing it again after a crash changes nothing.</param>
/// <param name="IsInGroup">Whether he wrote it where members read the answer.</param>
public sealed record OwnerOrder(BotCommand Command, IReadOnlyList<Group> Groups, ChatKey Key, DateTimeOffset At, bool IsInGroup);
