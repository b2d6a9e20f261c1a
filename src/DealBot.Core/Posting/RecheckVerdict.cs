using DealBot.Contracts;
using DealBot.Core.Selection;

namespace DealBot.Core.Posting;

/// <summary>Whether a deal may still be posted.</summary>
public abstract record RecheckVerdict
{
    private RecheckVerdict()
    {
    }

    /// <summary>It may.</summary>
    /// <param name="Deal">The deal as it is now.</param>
    public sealed record Stands(Deal Deal) : RecheckVerdict;

    /// <summary>It may not.</summary>
    /// <param name="Why">For counting.</param>
    /// <param name="Reason">In words.</param>
    public sealed record Falls(RejectReason Why, SkipReason Reason) : RecheckVerdict
    {
        /// <summary>Whether it may stand again in a moment: what is known is too old, and the next sync may bring newer.</summary>
        public bool IsPassing => Why == RejectReason.PriceUnchecked;
    }

    /// <summary>Judges an answer.</summary>
    /// <param name="shown">What must hold.</param>
    /// <param name="check">What the network says.</param>
    /// <param name="known">The deal as last seen; null if nothing is on record of it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="trust">How old what is on record may be where the network does not tell.</param>
    public static RecheckVerdict Of(ShownPrice shown, DealCheck check, Deal? known, DateTimeOffset now, TimeSpan trust) => check switch
    {
        DealCheck.Gone gone => new Falls(RejectReason.DealGone, SkipReason.DealGone(gone.Reason)),
        DealCheck.Found found when known is null || found.Deal.Key == known.Key => Of(shown, found.Deal, now),

        // A moment to come is as little to be trusted as one long past: the clock was set back.
        _ when known is not null && (now - known.SeenAt).Duration() <= trust => Of(shown, known, now),
        DealCheck.NotTold untold => new Falls(RejectReason.PriceUnchecked, SkipReason.PriceUnchecked(untold.Reason)),
        _ => new Falls(RejectReason.PriceUnchecked, SkipReason.PriceUnchecked(AnotherItem)),
    };

    private static readonly Phrase AnotherItem = new("联盟回答的是另一件商品", "the network answered for another item");

    private static RecheckVerdict Of(ShownPrice shown, Deal deal, DateTimeOffset now)
    {
        if (deal.InStock == false)
        {
            return new Falls(RejectReason.DealGone, SkipReason.DealGone(new Phrase("已售罄", "out of stock")));
        }

        if (deal.FinalPrice > shown.Most)
        {
            return new Falls(RejectReason.PriceChanged, SkipReason.PriceChanged(shown.Most.Value, deal.FinalPrice));
        }

        return deal.Coupon?.EndsAt <= now || (shown.HasCoupon && (deal.Coupon is null || shown.CouponEndsAt <= now))
            ? new Falls(RejectReason.CouponExpired, SkipReason.CouponExpired)
            : new Stands(deal);
    }
}
