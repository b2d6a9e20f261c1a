using DealBot.Contracts;
using DealBot.Core.Catalog;

namespace DealBot.Core.Rendering;

/// <summary>A deal as templates are given it.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Link">The link that members will see.</param>
/// <param name="Facts">What may be said of its price.</param>
public sealed record RenderedDeal(Deal Deal, string Link, PriceFacts Facts)
{
    /// <summary>Text that members copy because the chat blocks the network's links; null where it does not.</summary>
    public string? Command { get; init; }
}
