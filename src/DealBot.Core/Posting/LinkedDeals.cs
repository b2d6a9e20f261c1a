using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>Deals that have the owner's link, and what became of those that have not.</summary>
/// <param name="Deals">Deals with links, best first; may be fewer than asked for.</param>
/// <param name="Report">The selection's report with refusals added.</param>
/// <param name="Refusal">Why the last one was refused; null if none was.</param>
/// <param name="IsPassing">Whether the refusal may pass by itself in a moment.</param>
public sealed record LinkedDeals(IReadOnlyList<PlannedDeal> Deals, SelectionReport Report, SkipReason? Refusal, bool IsPassing);
