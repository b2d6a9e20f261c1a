using System.Text.RegularExpressions;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>
/// Ways of sharing that DealBot does not offer, by the names under which people look for them. The three kinds are those that article 7
/// of the Regulation on the Prohibition of Pyramid Selling (禁止传销条例, State Council order 444 of 2005) names.
/// </summary>
public static partial class RefusedSchemes
{
    /// <summary>Where names that are innocent elsewhere speak of sharing.</summary>
    private static readonly string[] Places = [".shares", ".promoter", ".level", ".invite"];

    /// <summary>Sharing over more than two tiers.</summary>
    public static readonly Refusal Deeper = new(
        new Phrase(
            "不支持两层以上的分成：要下线再发展下线、按下线业绩给上线计酬（团队计酬），是《禁止传销条例》第七条列举的传销行为",
            "sharing deeper than two tiers is refused: paying uplines by what the downlines they recruited sell is one of the forms of pyramid selling (传销) that article 7 of the Regulation on the Prohibition of Pyramid Selling names"),
        new Phrase(
            "删掉；推广者一层（levels），邀请人一层（inviterPercents，一个数）",
            "nothing here; the promoter is one tier (levels), whoever invited him the other (inviterPercents, one number)"));

    private static readonly Refusal HeadFee = new(
        new Phrase(
            "不支持按拉来的人数付钱：拉人头是《禁止传销条例》第七条列举的传销行为",
            "pay for recruiting heads is refused: it is one of the forms of pyramid selling (传销) that article 7 of the Regulation on the Prohibition of Pyramid Selling names"),
        new Phrase(
            "删掉；分成只来自卖出的商品：levels 和 inviterPercents",
            "nothing here; shares come from goods sold alone: levels and inviterPercents"));

    private static readonly Refusal JoinFee = new(
        new Phrase(
            "不支持交钱或买货才能加入、升级：收取入门费（包括以认购商品的方式）是《禁止传销条例》第七条列举的传销行为",
            "paying or buying to join or to rise is refused: entry fees, also in the shape of goods bought, are one of the forms of pyramid selling (传销) that article 7 of the Regulation on the Prohibition of Pyramid Selling names"),
        new Phrase(
            "删掉；人人免费从第一级开始，按自己的群的销售额升级（fromSales）",
            "nothing here; everybody begins at the first level for free and rises by what their own groups sell (fromSales)"));

    /// <summary>Why there is no such setting; null if a name means nothing of the kind.</summary>
    /// <param name="path">JSON path of the setting.</param>
    /// <param name="name">Its name.</param>
    public static Refusal? Find(string path, string name)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(name);
        if (!Places.Any(place => path.Contains(place, StringComparison.OrdinalIgnoreCase)) && !SharesByName().IsMatch(name))
        {
            return null;
        }

        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return HeadNames().IsMatch(plain) ? HeadFee : JoinNames().IsMatch(plain) ? JoinFee : DeepNames().IsMatch(plain) ? Deeper : null;
    }

    /// <summary>Names that speak of sharing wherever they stand.</summary>
    [GeneratedRegex("^tier|tiers?\\d*$|upline|downline|recruit|head_?-?fee|join(ing)?_?-?fee|[上下]线|人头|拉新|入门费|入会费|代理费|[三四五]级|团队", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SharesByName();

    [GeneratedRegex("head|recruit|sign-?up|register|(invit|refer).*(bonus|reward|fee|award|prize)|人头|拉人|拉新|招募|邀请奖|推荐奖", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadNames();

    [GeneratedRegex("join|entr(y|ance)|deposit|fee|price|cost|prepay|buyin|stock|kit$|min(imum)?(purchase|order|buy)|费|押金|保证金|入门|加盟|进货|囤货", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex JoinNames();

    [GeneratedRegex(
        "tier|depth|deep|upline|downline|grand|team|matrix|generation|parent|ancestor|(level|inviter|layer|rate|percent)s?\\d|(second|third|fourth|next|2nd|3rd|4th|indirect).*(level|inviter|percent|rate|layer|share)|inviters?(levels?|layers?|chain|ofinviter|inviter)|(levels?|layers?)ofinviters?|^inviters$|[三四五]级|第[三四五]层|[上下]线|上上级|团队|多级|间接",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeepNames();
}
