using DealBot.Contracts;

namespace DealBot.Core.Links;

/// <summary>What became of a conversion.</summary>
/// <param name="Account">The owner's account; empty if he has none.</param>
/// <param name="Result">The proven link, or why there is none.</param>
/// <param name="IsPassing">Whether a refusal may pass by itself in a moment.</param>
public sealed record Conversion(string Account, LinkResult Result, bool IsPassing);
