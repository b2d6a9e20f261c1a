using DealBot.Core.Catalog;

namespace DealBot.Core.Selection;

/// <summary>A deal that a slot may post, with the reason it was picked.</summary>
public sealed record Pick(CatalogEntry Entry, ScoreBreakdown Score);
