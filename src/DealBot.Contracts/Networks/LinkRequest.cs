namespace DealBot.Contracts;

/// <summary>Asks for the tracking link of a deal.</summary>
/// <param name="Deal">The deal, with its material URL and coupon.</param>
/// <param name="Tracking">What orders through the link must carry.</param>
public sealed record LinkRequest(Deal Deal, Tracking Tracking)
{
    /// <summary>Whether the link goes to a chat that blocks it, so that <see cref="TrackingLink.Command"/> is wanted beside it.</summary>
    public bool WantsCommand { get; init; }
}
