using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Catalog;
using DealBot.Core.Scheduling;
using DealBot.Templating;

namespace DealBot.Core.Rendering;

/// <summary>What a template sees of a deal. Commission is not among it: members read what templates make.</summary>
public static class DealModel
{
    /// <param name="deal">The deal.</param>
    /// <param name="link">The group's own redirect link.</param>
    /// <param name="image">The picture as a data URI; null if there is none.</param>
    /// <param name="at">The moment of the post, from which the time left is counted; null to tell none.</param>
    /// <param name="facts">What may be said of its price; null for nothing.</param>
    /// <param name="command">Text that members copy because the chat blocks the network's links; null where it does not.</param>
    /// <param name="language">What is spoken in the group, for the words that are not the template's own.</param>
    public static TemplateObject Of(Deal deal, string link, string? image, DateTimeOffset? at = null, PriceFacts? facts = null, string? command = null, Language language = Language.Chinese) => new()
    {
        ["key"] = deal.Key.ToString(),
        ["network"] = deal.Key.Network,
        ["title"] = FeedText.Of(deal.Title),
        ["brand"] = FeedText.Of(deal.Brand),
        ["shop"] = FeedText.Of(deal.ShopName),
        ["self_run"] = deal.Seller == SellerKind.Platform,
        ["category"] = FeedText.Of(deal.Category),
        ["subcategory"] = FeedText.Of(deal.Subcategory),
        ["price"] = deal.Price.ToPriceText(),
        ["final_price"] = deal.FinalPrice.ToPriceText(),
        ["price_yuan"] = deal.Price.Yuan,
        ["final_price_yuan"] = deal.FinalPrice.Yuan,
        ["saving"] = deal.Saving.ToPriceText(),
        ["has_saving"] = deal.Saving > Money.Zero,
        ["discount"] = Discount(deal),
        ["low"] = LowOf(facts)?.In(language),
        ["low_days"] = facts?.LowSinceWatched ?? facts?.LowOfDays,
        ["usual_price"] = facts?.Usual?.ToPriceText(),
        ["real_discount"] = facts?.RealDiscount?.ToString(),
        ["coupon"] = deal.Coupon is { } coupon ? CouponOf(coupon, at) : null,
        ["rating"] = deal.GoodReviews?.ToString(),
        ["sales"] = deal.Sales30Days is { } sales ? CountText(sales).In(language) : null,
        ["sales_count"] = deal.Sales30Days,
        ["link"] = link,
        ["command"] = command,
        ["command_hint"] = command is null ? null : CommandText.Hint(deal.Key.Network).In(language),
        ["image"] = image,
    };

    /// <summary>What a template sees of a whole post.</summary>
    public static TemplateObject OfPost(Slot slot, IReadOnlyList<TemplateObject> deals)
    {
        var local = TimeZoneInfo.ConvertTime(slot.At, TimeZoneInfo.FindSystemTimeZoneById(slot.Group.TimeZone));
        return new TemplateObject
        {
            ["group"] = new TemplateObject { ["id"] = slot.Group.Id, ["name"] = slot.Group.Name },
            ["audience"] = new TemplateObject { ["id"] = slot.Plan.Audience.Id, ["name"] = slot.Plan.Audience.Name },
            ["campaign"] = slot.Plan.Campaign is { } campaign ? new TemplateObject { ["id"] = campaign.Id, ["name"] = campaign.Name } : null,
            ["slot"] = new TemplateObject
            {
                ["date"] = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["time"] = local.ToString("HH:mm", CultureInfo.InvariantCulture),
                ["hour"] = local.Hour,
                ["month"] = local.Month,
                ["day"] = local.Day,
                // Lets a template vary its words from slot to slot without chance, so that a rehearsal can be repeated.
                ["number"] = (local.DayOfYear * 48) + (local.Hour * 2) + (local.Minute / 30),
            },
            ["deals"] = new TemplateArray(deals),
            ["deal"] = deals.Count > 0 ? deals[0] : null,
        };
    }

    /// <summary>A count as shops write it: 860, 2300+, 1.2万+ (12k+).</summary>
    public static Phrase CountText(long count) => count switch
    {
        < 1_000 => Phrases.Same(Tenths(count * 10)),
        < 10_000 => Phrases.Same(Tenths(count / 100 * 1_000) + "+"),
        < 1_000_000 => new(Tenths(count / 1_000) + "万+", Tenths(count / 1_000 * 10) + "k+"),
        _ => new(Tenths(count / 1_000) + "万+", Tenths(count / 100_000) + "M+"),
    };

    /// <summary>What DealBot saw itself, as a fact with its span: a superlative would be a word that the advertising law forbids.</summary>
    private static Phrase? LowOf(PriceFacts? facts) => facts switch
    {
        { LowSinceWatched: { } days } => new($"观察 {days} 天以来新低", $"a new low in {days} days of watching"),
        { LowOfDays: { } days } => new($"{days} 天新低", $"a {days}-day low"),
        _ => null,
    };

    private static string Tenths(long tenths) => (tenths / 10m).ToString("0.#", CultureInfo.InvariantCulture);

    private static TemplateObject CouponOf(Coupon coupon, DateTimeOffset? at) => new()
    {
        ["amount"] = coupon.Discount.ToPriceText(),
        ["minimum"] = coupon.MinimumSpend > Money.Zero ? coupon.MinimumSpend.ToPriceText() : null,
        ["ends"] = InChina(coupon.EndsAt, "MM-dd"),
        ["ends_time"] = InChina(coupon.EndsAt, "HH:mm"),
        ["minutes_left"] = MinutesLeft(coupon.EndsAt, at),
    };

    private static string? InChina(DateTimeOffset? moment, string format) => moment?.ToOffset(TimeSpan.FromHours(8)).ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Whole minutes until the end; null if the end is not known or already there, so that no template can count down to nothing.</summary>
    private static long? MinutesLeft(DateTimeOffset? end, DateTimeOffset? at) => end - at is { Ticks: > 0 } left ? (long)left.TotalMinutes : null;

    /// <summary>Tenths of the price that are left to pay, as 5.0 in 五折; null if nothing is saved.</summary>
    private static string? Discount(Deal deal) => deal.Saving == Money.Zero || deal.Price == Money.Zero
        ? null
        : Math.Max(0.1m, Math.Round(deal.FinalPrice.Fen * 10m / deal.Price.Fen, 1, MidpointRounding.AwayFromZero)).ToString("0.0", CultureInfo.InvariantCulture);
}
