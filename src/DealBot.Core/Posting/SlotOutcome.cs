namespace DealBot.Core.Posting;

/// <summary>What became of a slot.</summary>
public abstract record SlotOutcome
{
    private SlotOutcome()
    {
    }

    /// <summary>In the outbox, to be sent.</summary>
    public sealed record Planned(PlannedPost Post) : SlotOutcome;

    /// <summary>On record as skipped.</summary>
    public sealed record Skipped(SkippedPost Post) : SlotOutcome;

    /// <summary>As it was: the network can't be reached, and the slot is worth trying again.</summary>
    public sealed record Deferred(SkipReason Reason) : SlotOutcome
    {
        /// <summary>Whether a network was asked in vain, which is not to be asked again at once.</summary>
        public bool HasAsked { get; init; }
    }

    /// <summary>It was dealt with before, or the plan was laid anew without it.</summary>
    public sealed record AlreadyThere : SlotOutcome;
}
