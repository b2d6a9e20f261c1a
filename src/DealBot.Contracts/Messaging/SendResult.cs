namespace DealBot.Contracts;

/// <summary>What became of a message. HTTP 200 alone is none of these: the platform's own code decides.</summary>
public abstract record SendResult
{
    private SendResult()
    {
    }

    /// <summary>
    /// Whether a refusal concerns this one address: removed from one group, a bot posts into its others as before. False, the default, for
    /// all addresses of the account.
    /// </summary>
    public bool OnlyThisAddress { get; init; }

    /// <summary>The platform says that it took the message.</summary>
    /// <param name="PlatformMessageId">The platform's id, where it gives one.</param>
    public sealed record Sent(string? PlatformMessageId = null) : SendResult;

    /// <summary>
    /// The platform took the message as a task that a person must confirm in the platform's own client; nobody in the group has seen it yet. The
    /// adapter implements <see cref="IOwnerConfirmation"/>, which tells how it ended.
    /// </summary>
    /// <param name="TaskId">The platform's id of the task.</param>
    /// <param name="Reason">Who has to confirm, and where.</param>
    public sealed record Awaiting(string TaskId, Phrase Reason) : SendResult;

    /// <summary>Certainly not sent; the same message may be tried again after the delay.</summary>
    /// <param name="Delay">How long to wait.</param>
    /// <param name="Reason">Why.</param>
    public sealed record RetryAfter(TimeSpan Delay, Phrase Reason) : SendResult;

    /// <summary>Certainly not sent: the account is over its quota and must pause as a whole.</summary>
    /// <param name="Delay">How long the account must pause: what the platform says, if it does.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IsOwnCount">Whether the adapter's own count said so and the platform was not asked. The account then waits, but is not slowed.</param>
    public sealed record Throttled(TimeSpan Delay, Phrase Reason, bool IsOwnCount = false) : SendResult;

    /// <summary>Certainly not sent: the account may not post here any more until the owner does something, or until the block ends.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    /// <param name="Delay">When the platform says how long the block lasts: that long. Null if it does not say.</param>
    public sealed record Blocked(Phrase Reason, TimeSpan? Delay = null) : SendResult;

    /// <summary>Certainly not sent: the platform refuses this message or the configuration; trying again is useless.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    /// <param name="Field">Configuration field at fault, if one is: then every message would be refused, and the account stops.</param>
    public sealed record Rejected(Phrase Reason, string? Field = null) : SendResult
    {
        /// <summary>
        /// Whether the adapter's own checks said so and the platform was not asked (see <see cref="IMessagingAdapter.Refuse"/>): that a message is
        /// too long tells nothing of how the account stands. False, the default, for the platform's word.
        /// </summary>
        public bool IsOwnCheck { get; init; }
    }

    /// <summary>The message may or may not have arrived. It is never repeated by itself.</summary>
    /// <param name="Reason">What happened.</param>
    /// <param name="AccountPause">Where it is the first sign of a ban: how long the account must be quiet, at least. Null for no more than a lost answer.</param>
    public sealed record Unknown(Phrase Reason, TimeSpan? AccountPause = null) : SendResult;
}
