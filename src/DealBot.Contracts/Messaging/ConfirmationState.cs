namespace DealBot.Contracts;

/// <summary>How a task stands that a person has to confirm.</summary>
public abstract record ConfirmationState
{
    private ConfirmationState()
    {
    }

    /// <summary>Nobody has confirmed it yet.</summary>
    public sealed record Waiting : ConfirmationState;

    /// <summary>Confirmed: the platform delivered the message.</summary>
    /// <param name="At">When, as far as the platform tells; null if it does not.</param>
    public sealed record Sent(DateTimeOffset? At = null) : ConfirmationState;

    /// <summary>It ended without being delivered, and never will be.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Ended(Phrase Reason) : ConfirmationState;

    /// <summary>The platform can't be asked now.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Unknowable(Phrase Reason) : ConfirmationState;
}
