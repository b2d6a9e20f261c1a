using System.Text.RegularExpressions;
using System.Web;

namespace DealBot.Networks.Pdd;

/// <summary>Recognises item pages of Pinduoduo in what people share. Short links (p.pinduoduo.com) and shares by <c>ps=</c> do not say what they lead to.</summary>
internal static partial class PddItemLinks
{
    /// <summary>mobile.yangkeduo.com/goods.html?goods_id=1, also goods1.html, goods2.html and duo_coupon_landing.html, with goods_id or goods_sign.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Address().Matches(text).Select(match => ItemOf(match.Groups["query"].Value)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? ItemOf(string text)
    {
        // The sign first: it is what deals are called by.
        var query = HttpUtility.ParseQueryString(text);
        return query["goods_sign"] is { } sign && Sign().IsMatch(sign) ? sign
            : query["goods_id"] is { Length: >= 5 and <= 20 } number && number.All(char.IsAsciiDigit) ? number
            : null;
    }

    /// <summary>Takes each address whole, so that no text keeps it busy for longer than it is.</summary>
    [GeneratedRegex(
        @"(?<![0-9A-Za-z.-])(?:[a-z0-9]{1,20}\.){0,2}(?:yangkeduo|pinduoduo)\.com/[0-9a-z_]{1,40}\.html(?<query>\?[!-~-[#]]*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{8,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
