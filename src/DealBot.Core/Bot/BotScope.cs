using DealBot.Core.Posting;

namespace DealBot.Core.Bot;

/// <summary>What the bot goes by: adapters, links and the configuration in force; the clock; and how to have an answer sent without waiting for the dispatcher's next turn.</summary>
public sealed record BotScope(PostingScope Posting, TimeProvider Time, WakeDispatcher WakeAsync);

/// <summary>Lets the dispatcher look at once for what is due.</summary>
public delegate Task WakeDispatcher(CancellationToken cancellationToken);
