using DealBot.Contracts;

namespace DealBot.Core.Posting;

/// <summary>What is recorded of an attempt.</summary>
public abstract record MessageOutcome
{
    private MessageOutcome()
    {
    }

    /// <summary>Whether the platform took the message.</summary>
    public bool IsTaken => this is Sent or Awaiting;

    /// <summary>As the log says it.</summary>
    public sealed override string ToString() => this switch
    {
        Sent => "sent",
        Awaiting { Reason: var reason } => $"awaits confirmation: {reason.En}",
        TryAgain { At: var at, Reason: var reason } => $"tried again at {at:yyyy-MM-dd HH:mm:ss zzz}: {reason.En}",
        Failed { Reason: var reason } => $"failed: {reason.En}",
        Unknown { Reason: var reason } => $"unknown: {reason.En}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public sealed record Sent(string? PlatformMessageId) : MessageOutcome;

    /// <summary>Taken as a task that a person has to confirm; the next message may follow.</summary>
    /// <param name="TaskId">The platform's id of the task.</param>
    /// <param name="Reason">Who has to confirm, and where.</param>
    public sealed record Awaiting(string TaskId, Phrase Reason) : MessageOutcome;

    /// <summary>Certainly not sent; to be tried again.</summary>
    /// <param name="At">When.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Counts">Whether it uses up one of the message's attempts.</param>
    public sealed record TryAgain(DateTimeOffset At, Phrase Reason, bool Counts = true) : MessageOutcome;

    /// <summary>Certainly not sent, and given up together with the rest of the post.</summary>
    public sealed record Failed(Phrase Reason) : MessageOutcome;

    /// <summary>May have arrived; the rest of the post is held back.</summary>
    public sealed record Unknown(Phrase Reason) : MessageOutcome;
}
