using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Core.Selection;

namespace DealBot.Core.Bot;

/// <summary>Deals as the bot tells members of them: title, price, and the group's own way to it.</summary>
internal static class OfferText
{
    /// <summary>A title as long as a line of a phone or two.</summary>
    private const int MostOfTitle = 36;

    /// <summary>Several deals, each with its link.</summary>
    public static Phrase Found(IReadOnlyList<PlannedDeal> deals, PublicLinks links, IReadOnlyList<string> adLawWords) => BotText.Lines(deals.Index()
        .Select(it => Offer(it.Item, deals.Count == 1 ? "" : $"{it.Index + 1}. ", links, adLawWords))
        .Prepend(deals.Count == 1 ? new Phrase("找到一件：", "Found one:") : new Phrase($"找到 {deals.Count} 件：", $"Found {deals.Count}:")));

    /// <summary>One item that somebody wanted looked up.</summary>
    public static Phrase LookedUp(PlannedDeal deal, bool isExact, PublicLinks links, IReadOnlyList<string> adLawWords)
    {
        Phrase head = (isExact, deal.Deal) switch
        {
            (true, { Coupon: not null }) => new("有券：", "It has a coupon:"),
            (true, { Saving: var saving }) when saving > Money.Zero => new("没有券，不过现在有优惠价：", "No coupon, but the price is lower just now:"),
            (true, _) => new("这件现在没有券：", "It has no coupon just now:"),
            _ => new("没有查到一模一样的，这件比较接近：", "Nothing quite the same; this one comes close:"),
        };
        return BotText.Lines([head, Offer(deal, "", links, adLawWords)]);
    }

    /// <summary>The title cut to a line or two; one with a word that the law forbids is not said.</summary>
    public static string TitleOf(Deal deal, IReadOnlyList<string> adLawWords)
    {
        var title = FeedText.Of(AdLaw.FirstWord(deal.Title, adLawWords) is null ? deal.Title.ReplaceLineEndings(" ").Trim() : deal.Subcategory ?? deal.Category);
        return Beginning.Of(title, MostOfTitle);
    }

    private static Phrase Offer(PlannedDeal deal, string number, PublicLinks links, IReadOnlyList<string> adLawWords)
    {
        var title = number + TitleOf(deal.Deal, adLawWords);
        return BotText.Lines([Phrases.Same(title), PriceOf(deal.Deal), WayTo(deal, links)]);
    }

    /// <summary>The link, or the command where the chat would not open the link.</summary>
    private static Phrase WayTo(PlannedDeal deal, PublicLinks links)
    {
        var link = links.For(deal.Code);
        return deal.Link.Command is { } command && CommandText.Hint(deal.Deal.Key.Network) is var hint
            ? new Phrase($"{hint.Zh} {command}", $"{hint.En}: {command}")
            : Phrases.Same(link);
    }

    private static Phrase PriceOf(Deal deal)
    {
        var (final, shop) = (deal.FinalPrice.ToPriceText(), deal.Price.ToPriceText());
        return deal switch
        {
            { Coupon: { } coupon } => new(
                $"券后 ¥{final}（商城价 ¥{shop}，{LeastOf(coupon).Zh}券 ¥{coupon.Discount.ToPriceText()}{EndOf(coupon).Zh}）",
                $"¥{final} with the coupon (shop price ¥{shop}, ¥{coupon.Discount.ToPriceText()} off{LeastOf(coupon).En}{EndOf(coupon).En})"),
            { Saving: var saving } when saving > Money.Zero => new($"¥{final}（商城价 ¥{shop}）", $"¥{final} (shop price ¥{shop})"),
            _ => new($"¥{final}", $"¥{final}"),
        };
    }

    private static Phrase LeastOf(Coupon coupon) => coupon.MinimumSpend > Money.Zero
        ? new($"满 {coupon.MinimumSpend.ToPriceText()} 可用，", $" orders from ¥{coupon.MinimumSpend.ToPriceText()}")
        : new("", "");

    private static Phrase EndOf(Coupon coupon)
    {
        var end = coupon.EndsAt?.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);
        return end is null ? new("", "") : new($"，{end} 前领", $", to be claimed before {end} in China");
    }
}
