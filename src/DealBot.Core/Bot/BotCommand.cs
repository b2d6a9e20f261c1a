namespace DealBot.Core.Bot;

/// <summary>What somebody told the bot.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Argument">The rest of the message, trimmed; may be empty.</param>
public readonly record struct BotCommand(BotVerb Verb, string Argument)
{
    /// <summary>Whether only an owner may say it.</summary>
    public bool IsOwners => Verb is not (BotVerb.Help or BotVerb.Find or BotVerb.Coupon);
}
