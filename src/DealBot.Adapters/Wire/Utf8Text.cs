using System.Globalization;
using System.Text;

namespace DealBot.Adapters.Wire;

/// <summary>Texts measured in UTF-8 bytes, as platforms do: a Chinese character is 3, most emoji are 4 or more.</summary>
internal static class Utf8Text
{
    private const string Ellipsis = "…";

    public static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>The text, or as much of it as fits with an ellipsis; what a reader sees as one character stays whole, and so do links.</summary>
    public static string Cut(string text, int maxBytes)
    {
        if (Bytes(text) <= maxBytes)
            return text;

        var room = maxBytes - Bytes(Ellipsis);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            room -= Encoding.UTF8.GetByteCount(rest[..length]);
            if (room < 0)
                break;

            rest = rest[length..];
        }

        return string.Concat(WebLinks.Before(text, text.Length - rest.Length), Ellipsis);
    }

    /// <summary>The text, or as many of its characters as a reader sees them, the last an ellipsis; links stay whole.</summary>
    public static string CutCharacters(string text, int most)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return starts.Length <= most ? text : string.Concat(WebLinks.Before(text, starts[most - 1]), Ellipsis);
    }

    /// <summary>The text without control characters other than new lines and tabs: nobody sees them, and some platforms refuse them.</summary>
    public static string WithoutControls(string text) =>
        text.Any(IsUnwanted) ? string.Concat(text.Where(character => !IsUnwanted(character))) : text;

    private static bool IsUnwanted(char character) => char.IsControl(character) && character is not ('\n' or '\r' or '\t');
}
