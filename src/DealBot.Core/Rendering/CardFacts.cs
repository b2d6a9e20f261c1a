using DealBot.Contracts;

namespace DealBot.Core.Rendering;

/// <summary>The facts of a deal that a card shows, the most important first, since some platforms show few.</summary>
internal static class CardFacts
{
    public const string Button = "领券购买";

    public static IReadOnlyList<CardFact> Of(Deal deal)
    {
        CardFact?[] facts =
        [
            new("券后", $"¥{deal.FinalPrice.ToPriceText()}"),
            deal.Saving > Money.Zero ? new("商城价", $"¥{deal.Price.ToPriceText()}") : null,
            deal.Coupon is { } coupon ? new("券", CouponText(coupon)) : null,
            deal.Sales30Days is { } sales ? new("月销", DealModel.CountText(sales)) : null,
        ];
        return [.. facts.OfType<CardFact>()];
    }

    private static string CouponText(Coupon coupon) => coupon.MinimumSpend > Money.Zero
        ? $"满{coupon.MinimumSpend.ToPriceText()}减{coupon.Discount.ToPriceText()}"
        : $"立减{coupon.Discount.ToPriceText()}";
}
