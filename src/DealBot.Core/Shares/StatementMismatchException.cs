using DealBot.Contracts;

namespace DealBot.Core.Shares;

/// <summary>Entries and roll-up of the books don't agree: nothing is stated rather than something wrong.</summary>
public sealed class StatementMismatchException(Phrase reason) : Exception(reason.En)
{
    /// <summary>What does not agree, and what to do.</summary>
    public Phrase Reason { get; } = reason;
}
