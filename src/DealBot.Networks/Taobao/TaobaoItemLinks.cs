using System.Text.RegularExpressions;

namespace DealBot.Networks.Taobao;

/// <summary>Recognises item pages of Taobao and Tmall in what people share. Short links (m.tb.cn) and command texts do not say what they lead to.</summary>
internal static partial class TaobaoItemLinks
{
    private static readonly string[] Names = ["id", "itemId", "item_id"];

    /// <summary>item.taobao.com/item.htm?id=1, detail.tmall.com/item.htm?id=1, and other pages of both that name the item in their query.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Address().Matches(text).Select(match => ItemOf(match.Groups["query"].Value)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? ItemOf(string query) => query.TrimStart('?').Split('&').Select(pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2 && Names.Contains(pair[0], StringComparer.OrdinalIgnoreCase))
        .Select(pair => pair[1])
        .FirstOrDefault(value => Item().IsMatch(value));

    /// <summary>Takes each address whole, so that no text keeps it busy for longer than it is.</summary>
    [GeneratedRegex(
        @"(?<![0-9A-Za-z.-])(?:[0-9a-z]{1,20}\.){1,3}(?:taobao|tmall)\.(?:com|hk)/[!-~-[?#]]*(?<query>\?[!-~-[#]]*)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\A[0-9A-Za-z_-]{5,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
