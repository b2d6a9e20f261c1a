using System.Globalization;
using Spectre.Console;

namespace DealBot.Host.Commands;

/// <summary>Breaks Chinese and Latin text into lines by the cells that it takes on a terminal.</summary>
internal static class TextLines
{
    /// <summary>These begin no line.</summary>
    private const string Closing = "，。、：；！？）》」』”’…%,.:;!?)";

    /// <summary>These end no line.</summary>
    private const string Opening = "（《「『“‘(";

    /// <summary>The text in lines of at most so many cells; a word that is longer is broken.</summary>
    public static IReadOnlyList<string> Of(string text, int width)
    {
        var lines = new List<string> { "" };
        foreach (var piece in Pieces(text).SelectMany(piece => Fitting(piece, width)))
        {
            if (lines[^1].Length > 0 && (lines[^1] + piece).TrimEnd().GetCellWidth() > width)
            {
                lines[^1] = lines[^1].TrimEnd();
                lines.Add("");
            }

            lines[^1] += piece;
        }

        return lines;
    }

    /// <summary>The text on one line, cut to at most so many letters.</summary>
    public static string Shorten(string text, int letters)
    {
        var line = text.ReplaceLineEndings(" ");
        var starts = StringInfo.ParseCombiningCharacters(line);
        return starts.Length <= letters ? line : line[..starts[letters]] + "…";
    }

    /// <summary>The least width at which the text takes no more than two lines.</summary>
    public static int HalfOf(string text)
    {
        var width = (text.GetCellWidth() + 1) / 2;
        while (Of(text, width).Count > 2)
        {
            width++;
        }

        return width;
    }

    /// <summary>What stays together: a Latin word with the blank behind it, a Chinese character with its punctuation.</summary>
    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        foreach (var element in Elements(text))
        {
            if (pieces.Count > 0 && Joins(pieces[^1], element))
            {
                pieces[^1] += element;
            }
            else
            {
                pieces.Add(element);
            }
        }

        return pieces;
    }

    private static bool Joins(string piece, string element) =>
        element == " " || Closing.Contains(element, StringComparison.Ordinal) || Opening.Contains(piece[^1], StringComparison.Ordinal)
        || (piece[^1] != ' ' && IsNarrow(element) && IsNarrow(piece[^1].ToString()));

    private static IEnumerable<string> Fitting(string piece, int width) => piece.TrimEnd().GetCellWidth() <= width ? [piece] : Elements(piece);

    private static bool IsNarrow(string element) => element.GetCellWidth() == 1;

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }
}
