namespace DealBot.Core.Metrics;

/// <summary>What came of asking for deals again before they were posted.</summary>
/// <param name="Replaced">Deals that gave way to others, for a raised price, a coupon that was gone, or an item no longer offered.</param>
/// <param name="Withdrawn">Posts that were not sent because there was nothing to take their place.</param>
public sealed record RecheckCount(long Replaced, long Withdrawn)
{
    public static readonly RecheckCount None = new(0, 0);
}
