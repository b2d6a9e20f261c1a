using DealBot.Core.Links;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>Deals that have the owner's link, and what became of those that have not.</summary>
/// <param name="Deals">Deals with links, best first; may be fewer than asked for.</param>
/// <param name="Report">The selection's report with refusals added.</param>
/// <param name="Refusal">Why there are none; null if no deal was refused.</param>
/// <param name="IsPassing">Whether there are none for a reason that may pass by itself in a moment.</param>
public sealed record LinkedDeals(IReadOnlyList<PlannedDeal> Deals, SelectionReport Report, SkipReason? Refusal, bool IsPassing)
{
    /// <summary>The deals that ranked for the post's places and have no proven link: at most one a place.</summary>
    public IReadOnlyList<HeldBackDeal> HeldBack { get; init; } = [];
}
