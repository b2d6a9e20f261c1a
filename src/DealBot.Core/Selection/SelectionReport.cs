namespace DealBot.Core.Selection;

/// <summary>What is kept of a selection: numbers, not deals.</summary>
/// <param name="Considered">Deals looked at.</param>
/// <param name="Rejections">How many were turned down, by reason.</param>
public sealed record SelectionReport(int Considered, IReadOnlyDictionary<RejectReason, int> Rejections)
{
    public static readonly SelectionReport None = new(0, new Dictionary<RejectReason, int>());

    /// <summary>The report with one more rejection.</summary>
    public SelectionReport Plus(RejectReason reason)
    {
        var rejections = new Dictionary<RejectReason, int>(Rejections);
        rejections[reason] = rejections.GetValueOrDefault(reason) + 1;
        return this with { Rejections = rejections };
    }

    /// <summary>How many deals gave way to others because of what was found when they were asked for again.</summary>
    public int Replaced => Rejections.Where(pair => pair.Key is RejectReason.PriceChanged or RejectReason.CouponExpired or RejectReason.DealGone or RejectReason.PriceUnchecked).Sum(pair => pair.Value);
}
