using System.Globalization;

namespace DealBot.Imaging.Text;

/// <summary>Text as its reader sees it: an emoji family or a letter with its accents is one grapheme.</summary>
internal static class Graphemes
{
    // The longest of everyday use, a kiss of two people with skin tones, takes 15; a chain without end must not become one grapheme.
    private const int Longest = 40;

    public static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = LengthOfFirst(text.AsSpan(start));
            yield return text.Substring(start, length);
            start += length;
        }
    }

    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (; !text.IsEmpty; count++)
            text = text[LengthOfFirst(text)..];

        return count;
    }

    private static int LengthOfFirst(ReadOnlySpan<char> text)
    {
        var length = StringInfo.GetNextTextElementLength(text[..Math.Min(text.Length, Longest * 4)]);
        if (length <= Longest)
            return length;

        return char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
    }
}
