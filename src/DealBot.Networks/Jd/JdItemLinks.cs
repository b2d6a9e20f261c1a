using System.Text.RegularExpressions;

namespace DealBot.Networks.Jd;

/// <summary>Recognises item pages of JD in what people share. Short links (u.jd.com, 3.cn) do not say what they lead to.</summary>
internal static partial class JdItemLinks
{
    private static readonly string[] Names = ["sku", "skuId", "wareId"];

    /// <summary>
    /// item.jd.com/1.html, item.m.jd.com/product/1.html, item.jd.hk/1.html, npcitem.jd.hk/1.html, jingfen.jd.com/detail/X.html, and pages that
    /// name the SKU in their query.
    /// </summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Address().Matches(text).Select(match => ItemOf(match.Groups["path"].Value, match.Groups["query"].Value)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? ItemOf(string path, string query) => Page().Match(path) is { Success: true } page
        ? page.Groups["id"].Value
        : query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2 && Names.Contains(pair[0], StringComparer.OrdinalIgnoreCase))
            .Select(pair => pair[1])
            .FirstOrDefault(value => value.Length is >= 5 and <= 20 && value.All(char.IsAsciiDigit));

    /// <summary>Takes each address whole, so that no text keeps it busy for longer than it is.</summary>
    [GeneratedRegex(
        @"(?<![0-9A-Za-z.-])(?:[a-z]{1,20}\.){1,3}jd\.(?:com|hk)(?<path>/[!-~-[?#]]*)(?<query>\?[!-~-[#]]*)?",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^/(?:(?:product/)?(?<id>[0-9]{5,20})|detail/(?<id>[0-9A-Za-z_-]{5,64}))\.html", RegexOptions.CultureInvariant)]
    private static partial Regex Page();
}
