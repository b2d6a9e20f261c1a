using System.Text.RegularExpressions;

namespace DealBot.Networks.Jd;

/// <summary>Recognises item pages of JD in what people share. Short links (u.jd.com, 3.cn) do not say what they lead to.</summary>
internal static partial class JdItemLinks
{
    public static IReadOnlyList<string> In(string text) =>
        [.. ItemPage().Matches(text).Select(match => match.Groups["id"].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// item.jd.com/1.html, item.m.jd.com/product/1.html, item.jd.hk/1.html, npcitem.jd.hk/1.html, jingfen.jd.com/detail/X.html, and pages that
    /// name the SKU in their query.
    /// </summary>
    [GeneratedRegex(
        @"(?<![0-9A-Za-z.-])(?:(?:[a-z]+\.){1,3}jd\.(?:com|hk)/(?:product/|detail/)?(?<id>[0-9]{5,20}|(?<=/detail/)[0-9A-Za-z_-]{5,64})\.html|(?:[a-z]+\.){1,3}jd\.(?:com|hk)/[^\s?#]*\?(?:[^\s#]*&)?(?:sku|skuId|wareId)=(?<id>[0-9]{5,20})(?![0-9]))",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 200)]
    private static partial Regex ItemPage();
}
