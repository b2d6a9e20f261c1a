using System.Text.RegularExpressions;

namespace DealBot.Networks.Suning;

/// <summary>Recognises item pages of Suning in what people share. Short links (sugs.suning.com) do not say what they lead to.</summary>
internal static partial class SuningItemLinks
{
    /// <summary>product.suning.com/0070057321/11222350513.html and m.suning.com/product/0070057321/11222350513.html.</summary>
    public static IReadOnlyList<string> In(string text) =>
    [
        .. Page().Matches(text)
            .Select(match => SuningItemId.Of(match.Groups["commodity"].Value, match.Groups["shop"].Value)?.Text)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    [GeneratedRegex(
        @"(?<![0-9A-Za-z.-])(?:product\.|m\.|product\.m\.)suning\.com/(?:product/)?(?<shop>[0-9]{1,10})/(?<commodity>[0-9]{1,18})\.html",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Page();
}
