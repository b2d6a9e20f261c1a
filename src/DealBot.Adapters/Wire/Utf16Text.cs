using System.Globalization;

namespace DealBot.Adapters.Wire;

/// <summary>Texts measured in UTF-16 code units.</summary>
internal static class Utf16Text
{
    private const string Ellipsis = "…";

    /// <summary>The text, or as much of it as fits with an ellipsis; what a reader sees as one character stays whole, and so do links.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;

        var end = 0;
        while (StringInfo.GetNextTextElementLength(text, end) is var length && end + length + Ellipsis.Length <= most)
            end += length;

        return string.Concat(WebLinks.Before(text, end), Ellipsis);
    }
}
