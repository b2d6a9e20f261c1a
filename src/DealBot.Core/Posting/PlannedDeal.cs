using DealBot.Contracts;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>A deal of a planned post, with the group's own link.</summary>
/// <param name="Deal">The deal as it was when picked.</param>
/// <param name="Score">Why it was picked; null if the owner named it.</param>
/// <param name="Code">Code of the redirect link, unique and not guessable.</param>
/// <param name="Link">Where the redirect leads.</param>
public sealed record PlannedDeal(Deal Deal, ScoreBreakdown? Score, string Code, TrackingLink Link);
