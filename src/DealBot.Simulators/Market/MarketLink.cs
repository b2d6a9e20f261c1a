namespace DealBot.Simulators.Market;

/// <summary>A converted link.</summary>
/// <param name="Code">Last segment of the short link.</param>
/// <param name="Opaque">What a long link names it by.</param>
/// <param name="Account">The application (app key) whose orders it brings.</param>
/// <param name="Item">Where it leads.</param>
/// <param name="Coupon">The coupon that only this way gives out; null if none was asked for.</param>
/// <param name="Tracking">What its orders carry.</param>
internal sealed record MarketLink(string Code, string Opaque, string Account, MarketItem Item, MarketCoupon? Coupon, LinkTracking Tracking)
{
    /// <summary>Short links lapse after this time; the long link does not.</summary>
    public static readonly TimeSpan ShortLife = TimeSpan.FromDays(60);

    /// <summary>When the short link was last given out.</summary>
    public required DateTimeOffset IssuedAt { get; init; }
}
