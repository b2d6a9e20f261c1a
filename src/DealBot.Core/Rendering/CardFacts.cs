using DealBot.Contracts;
using DealBot.Core.Posting;

namespace DealBot.Core.Rendering;

/// <summary>The facts of a deal that a card shows, the most important first, since some platforms show few.</summary>
internal static class CardFacts
{
    private static readonly Phrase Button = new("领券购买", "Claim and buy");

    /// <summary>What a card shows beside title and text.</summary>
    public static CardDetail DetailOf(Deal deal, Language language) => new(Button.In(language), Of(deal, language), deal.ImageUrl);

    private static IReadOnlyList<CardFact> Of(Deal deal, Language language)
    {
        (Phrase Name, Phrase Value)?[] facts =
        [
            (new("券后", "Now"), Phrases.Same($"¥{deal.FinalPrice.ToPriceText()}")),
            deal.Saving > Money.Zero ? (new("商城价", "Shop price"), Phrases.Same($"¥{deal.Price.ToPriceText()}")) : null,
            deal.Coupon is { } coupon ? (new("券", "Coupon"), CouponText(coupon)) : null,
            deal.Sales30Days is { } sales ? (new("月销", "Sold this month"), DealModel.CountText(sales)) : null,
        ];
        return [.. facts.OfType<(Phrase Name, Phrase Value)>().Select(fact => new CardFact(fact.Name.In(language), fact.Value.In(language)))];
    }

    private static Phrase CouponText(Coupon coupon)
    {
        var (least, off) = (coupon.MinimumSpend.ToPriceText(), coupon.Discount.ToPriceText());
        return coupon.MinimumSpend > Money.Zero ? new($"满{least}减{off}", $"¥{off} off from ¥{least}") : new($"立减{off}", $"¥{off} off");
    }
}
