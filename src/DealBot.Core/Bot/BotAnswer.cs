using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;

namespace DealBot.Core.Bot;

/// <summary>What the bot says.</summary>
/// <param name="Text">The text; said in the language of the chat.</param>
/// <param name="Group">The group that clicks on its links count for; null if it has none.</param>
/// <param name="Deals">Deals whose links it holds.</param>
public sealed record BotAnswer(Phrase Text, Group? Group = null, IReadOnlyList<PlannedDeal>? Deals = null);
