using System.Text.RegularExpressions;

namespace DealBot.Networks.Vip;

/// <summary>Recognises item pages of Vipshop in what people share. Short links (t.vip.com) do not say what they lead to.</summary>
internal static partial class VipItemLinks
{
    private static readonly string[] Names = ["goodsId", "productId", "pid"];

    /// <summary>
    /// m.vip.com/product-1-2.html, detail.vip.com/detail-1-2.html, www.vipglobal.hk/detail-1-2.html, of which the last number is the item, and pages
    /// that name the item in their query.
    /// </summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Address().Matches(text).Select(match => ItemOf(match.Groups["path"].Value, match.Groups["query"].Value)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? ItemOf(string path, string query) => Page().Match(path) is { Success: true } page
        ? page.Groups["id"].Value
        : query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2 && Names.Contains(pair[0], StringComparer.OrdinalIgnoreCase))
            .Select(pair => pair[1])
            .FirstOrDefault(value => value.Length is >= 8 and <= 24 && value.All(char.IsAsciiDigit));

    /// <summary>Takes each address whole, so that no text keeps it busy for longer than it is.</summary>
    [GeneratedRegex(
        @"(?<![0-9A-Za-z.-])(?:[a-z0-9]{1,20}\.){1,3}(?:vip\.com|vipglobal\.hk)(?<path>/[!-~-[?#]]*)(?<query>\?[!-~-[#]]*)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^/(?:product|detail)-[0-9]{1,24}-(?<id>[0-9]{5,24})\.html", RegexOptions.CultureInvariant)]
    private static partial Regex Page();
}
