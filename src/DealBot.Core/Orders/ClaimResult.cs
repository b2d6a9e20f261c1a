using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>What came of an owner's word.</summary>
public abstract record ClaimResult
{
    private ClaimResult()
    {
    }

    /// <summary>It is on record and booked.</summary>
    /// <param name="Rows">The rows it concerns, as they were before.</param>
    /// <param name="Figures">What that changed.</param>
    public sealed record Booked(IReadOnlyList<ListedOrder> Rows, RecountFigures Figures) : ClaimResult;

    /// <summary>Things are so already; nothing changed.</summary>
    /// <param name="Reason">How so.</param>
    public sealed record AlreadySo(Phrase Reason) : ClaimResult;

    /// <summary>It can't be; nothing changed.</summary>
    /// <param name="Reason">Why, and what the owner can do.</param>
    public sealed record Refused(Phrase Reason) : ClaimResult;
}
