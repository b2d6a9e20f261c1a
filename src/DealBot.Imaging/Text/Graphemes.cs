using System.Globalization;

namespace DealBot.Imaging.Text;

/// <summary>Text as its reader sees it: an emoji family or a letter with its accents is one grapheme.</summary>
internal static class Graphemes
{
    public static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, start);
            yield return text.Substring(start, length);
            start += length;
        }
    }
}
