namespace DealBot.Core.Selection;

/// <summary>Why a deal was not fit for a group at a slot.</summary>
public enum RejectReason
{
    PriceOutOfRange,
    CommissionTooLow,
    CategoryUnwanted,
    WordUnwanted,
    CouponExpiring,
    RatingTooLow,
    OutOfStock,
    AdLawWord,
    PostedRecently,
    LikePostedRecently,
    LinkRefused,
    RuleFailed,

    /// <summary>The owner has no account with the deal's network.</summary>
    NoAccount,

    /// <summary>Asked for again before it was posted, it cost more.</summary>
    PriceChanged,

    /// <summary>Asked for again before it was posted, its coupon was gone.</summary>
    CouponExpired,

    /// <summary>Asked for again before it was posted, it was offered no more.</summary>
    DealGone,

    /// <summary>It could not be asked for again, and what is known of it is too old.</summary>
    PriceUnchecked,
}
