using System.Globalization;
using System.Text;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Posting;
using DealBot.Core.Rendering;
using DealBot.Core.Selection;

namespace DealBot.Core.Bot;

/// <summary>What the bot says to people in chats, in Chinese. Nothing that anybody wrote is said back: no link or mention of a stranger goes through the owner's account.</summary>
internal static class BotText
{
    public const string Patience = "问得有点快，歇一分钟再来～";

    public const string NothingFound = "没有找到合适的，换个词试试～";

    public const string NoCoupon = "没有查到这件商品的优惠，可能商家没有放券，也可能不参加推广。";

    public const string NoLink = "找到了商品，但现在生成不了链接，过一会儿再试。";

    public const string AskInGroup = "这里只管理各群。找商品和查券请到开了机器人的群里说。";

    public const string WhatToPost = "发什么？写商品编号、链接或者关键词，例如：发 纸尿裤";

    public const string HowToPause = "没看懂要停多久。可以写：暂停 2小时、暂停 30分钟、暂停 到 18:00；只写“暂停”就一直停到说“恢复”。";

    /// <summary>A title as long as a line of a phone or two.</summary>
    private const int MostOfTitle = 36;

    public static string Help(BotWords words) =>
        $"""
        我会这些：
        · {words.Find[0]} 关键词：找群里能发的优惠
        · {words.Coupon[0]} 商品链接或标题：看有没有券
        """.ReplaceLineEndings("\n");

    public static string OwnersHelp(BotWords words) =>
        $"""
        管理你的各群：
        · {words.Digest[0]}：今天到现在的日报
        · {words.Status[0]}：各群今天发了几条、下一次什么时候
        · {words.Pause[0]} 2小时（或 30分钟、到 18:00）：暂停推送，手动发的照常
        · {words.Resume[0]}：恢复推送
        · {words.Skip[0]}：跳过下一次推送
        · {words.Post[0]} 商品：马上发一件，写编号、链接或关键词
        在群里说只管那个群，在这里说管你所有的群。
        """.ReplaceLineEndings("\n");

    public static string WhatToFind(BotWords words) => $"想找什么？例如：{words.Find[0]} 纸尿裤";

    public static string WhatToLookUp(BotWords words) => $"把商品链接或标题跟在后面发给我，例如：{words.Coupon[0]} https://item.jd.com/100012043978.html";

    /// <summary>Several deals, each with its link.</summary>
    public static string Found(IReadOnlyList<PlannedDeal> deals, PublicLinks links, IReadOnlyList<string> adLawWords)
    {
        var text = new StringBuilder(deals.Count == 1 ? "找到一件：" : $"找到 {deals.Count} 件：");
        foreach (var (index, deal) in deals.Index())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{(deals.Count == 1 ? "" : $"{index + 1}. ")}{TitleOf(deal.Deal, adLawWords)}\n{PriceOf(deal.Deal)}\n{WayTo(deal, links)}");
        }

        return text.ToString();
    }

    /// <summary>One item that somebody wanted looked up.</summary>
    public static string LookedUp(PlannedDeal deal, bool isExact, PublicLinks links, IReadOnlyList<string> adLawWords)
    {
        var head = (isExact, deal.Deal) switch
        {
            (true, { Coupon: not null }) => "有券：",
            (true, { Saving: var saving }) when saving > Money.Zero => "没有券，不过现在有优惠价：",
            (true, _) => "这件现在没有券：",
            _ => "没有查到一模一样的，这件比较接近：",
        };
        return $"{head}\n{TitleOf(deal.Deal, adLawWords)}\n{PriceOf(deal.Deal)}\n{WayTo(deal, links)}";
    }

    /// <summary>The link, or the command where the chat would not open the link.</summary>
    private static string WayTo(PlannedDeal deal, PublicLinks links) =>
        deal.Link.Command is { } command ? $"{CommandText.Hint(deal.Deal.Key.Network)} {command}" : links.For(deal.Code);

    public static string Paused(IReadOnlyList<Group> groups, DateTimeOffset? until, TimeZoneInfo zone) =>
        $"{Named(groups)}已暂停推送，{(until is { } end ? $"{Clock(end, zone)} 恢复" : "直到你说恢复")}。手动发的照常。";

    public static string Resumed(IReadOnlyList<Group> groups) => groups.Count == 0 ? "没有暂停的群。" : $"{Named(groups)}恢复推送。";

    public static string Named(IReadOnlyList<Group> groups) => groups.Count == 1 ? $"“{groups[0].Name}”" : $"{groups.Count} 个群";

    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The title cut to a line or two; one with a word that the law forbids is not said.</summary>
    public static string TitleOf(Deal deal, IReadOnlyList<string> adLawWords)
    {
        var title = FeedText.Of(AdLaw.FirstWord(deal.Title, adLawWords) is null ? deal.Title.ReplaceLineEndings(" ").Trim() : deal.Subcategory ?? deal.Category);
        return Beginning.Of(title, MostOfTitle);
    }

    private static string PriceOf(Deal deal)
    {
        var final = deal.FinalPrice.ToPriceText();
        if (deal.Coupon is not { } coupon)
        {
            return deal.Saving > Money.Zero ? $"¥{final}（商城价 ¥{deal.Price.ToPriceText()}）" : $"¥{final}";
        }

        var least = coupon.MinimumSpend > Money.Zero ? $"满 {coupon.MinimumSpend.ToPriceText()} 可用，" : "";
        var end = coupon.EndsAt is { } ends ? $"，{ends.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)} 前领" : "";
        return $"券后 ¥{final}（商城价 ¥{deal.Price.ToPriceText()}，{least}券 ¥{coupon.Discount.ToPriceText()}{end}）";
    }
}
