namespace DealBot.Core.Bot;

/// <summary>What the bot can be told to do. Named as the words in bot.json are.</summary>
public enum BotVerb
{
    /// <summary>Say what it can do.</summary>
    Help,

    /// <summary>Find deals by a keyword.</summary>
    Find,

    /// <summary>Look for the coupon of an item.</summary>
    Coupon,

    /// <summary>The owner: send the digest of the day so far.</summary>
    Digest,

    /// <summary>The owner: post nothing for a while.</summary>
    Pause,

    /// <summary>The owner: post again.</summary>
    Resume,

    /// <summary>The owner: say how the groups stand.</summary>
    Status,

    /// <summary>The owner: leave out the next post.</summary>
    Skip,

    /// <summary>The owner: post a deal now.</summary>
    Post,
}
