using DealBot.Contracts;

namespace DealBot.Core.Links;

/// <summary>What became of a conversion.</summary>
/// <param name="Account">The owner's account; empty if he has none.</param>
/// <param name="Result">The proven link, or why there is none.</param>
public sealed record Conversion(string Account, LinkResult Result)
{
    /// <summary>Whether a refusal may pass by itself in a moment.</summary>
    public bool IsPassing => Result is LinkResult.Refused { IsPassing: true };
}
