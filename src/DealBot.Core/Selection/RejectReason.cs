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
}
