using System.Globalization;
using System.Text.RegularExpressions;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Jd;

/// <summary>Recognises what a conversion may be asked to convert: item pages, item ids, and links that were converted before.</summary>
internal sealed partial class JdMaterials(MarketCatalogue catalogue, MarketLinks links)
{
    /// <summary>The item, or the code and text of the refusal.</summary>
    public JdMaterial Find(string material)
    {
        if (BareNumber().IsMatch(material))
            return JdMaterial.Refused(2001101, "materialId格式错误");

        if (ItemId().IsMatch(material))
            return Promoted(catalogue.FindItemId(material));

        var url = WithoutScheme().Replace(material, "");
        if (HomePage().IsMatch(url))
            return JdMaterial.Refused(2001105, "首页链接禁止在聊天工具推广");

        if (UnionDetail().Match(url) is { Success: true } detail)
            return Promoted(catalogue.FindItemId(detail.Groups["id"].Value));

        if (ItemPage().Match(url) is { Success: true } page)
            return Promoted(catalogue.FindSku(long.Parse(page.Groups["id"].Value, CultureInfo.InvariantCulture)));

        return Converted(url)?.Item is { } item ? Promoted(item) : JdMaterial.Refused(2001102, "无法识别的链接");
    }

    private static JdMaterial Promoted(MarketItem? item) =>
        item is null ? JdMaterial.Refused(2001104, "该商品未参与推广") : new JdMaterial(item, 200, "");

    private MarketLink? Converted(string url) =>
        ShortLink().Match(url) is { Success: true } brief ? links.FindShort(brief.Groups["code"].Value, DateTimeOffset.MinValue)
        : LongLink().Match(url) is { Success: true } full ? links.FindLong(full.Groups["p"].Value)
        : null;

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex BareNumber();

    [GeneratedRegex("^[A-Za-z0-9_]{43}$")]
    private static partial Regex ItemId();

    [GeneratedRegex("^(https?:)?//", RegexOptions.IgnoreCase)]
    private static partial Regex WithoutScheme();

    [GeneratedRegex("^(www\\.|m\\.)?jd\\.com/?$", RegexOptions.IgnoreCase)]
    private static partial Regex HomePage();

    [GeneratedRegex("^jingfen\\.jd\\.com/detail/(?<id>[A-Za-z0-9_]+)\\.html")]
    private static partial Regex UnionDetail();

    [GeneratedRegex("^item(\\.m)?\\.jd\\.com/(product/)?(?<id>[0-9]{1,18})\\.html")]
    private static partial Regex ItemPage();

    [GeneratedRegex("^[^/]+/u/(?<code>[0-9A-Za-z]{7})$")]
    private static partial Regex ShortLink();

    [GeneratedRegex("^[^/]+/jdc\\?(.*&)?p=(?<p>[0-9A-Za-z]+)")]
    private static partial Regex LongLink();
}
