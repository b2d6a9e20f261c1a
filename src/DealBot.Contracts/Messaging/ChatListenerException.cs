namespace DealBot.Contracts;

/// <summary>Listening is refused by the platform, or can't be done with these settings.</summary>
public sealed class ChatListenerException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">What is wrong and what the owner can do; no secrets.</param>
    /// <param name="field">Configuration field at fault; null if it is none.</param>
    /// <param name="innerException">The cause, if another exception.</param>
    public ChatListenerException(Phrase reason, string? field = null, Exception? innerException = null)
        : base(reason?.En, innerException)
    {
        ArgumentNullException.ThrowIfNull(reason);
        (Reason, Field) = (reason, field);
    }

    /// <summary>What is wrong and what the owner can do.</summary>
    public Phrase Reason { get; }

    /// <summary>Configuration field at fault; null if it is none.</summary>
    public string? Field { get; }
}
