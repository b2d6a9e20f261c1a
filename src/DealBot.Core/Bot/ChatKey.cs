namespace DealBot.Core.Bot;

/// <summary>Names one event of one chat; the same when the platform delivers it again.</summary>
/// <param name="Adapter">The adapter that told of it.</param>
/// <param name="Address">The chat.</param>
/// <param name="EventId">The platform's id of it.</param>
public readonly record struct ChatKey(string Adapter, string Address, string EventId);
