using DealBot.Contracts;

namespace DealBot.Core.Bot;

/// <summary>How listening to one adapter's chats stands.</summary>
/// <param name="Adapter">The adapter.</param>
/// <param name="IsListening">Whether it listens now.</param>
/// <param name="Reason">Why it does not although it should; null if it does, or nobody wants it to.</param>
public sealed record ListenerStanding(string Adapter, bool IsListening, Phrase? Reason);
