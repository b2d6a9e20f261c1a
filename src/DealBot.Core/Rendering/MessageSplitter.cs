using System.Globalization;
using System.Text;
using DealBot.Contracts;

namespace DealBot.Core.Rendering;

/// <summary>Cuts a text into messages that fit a platform's limit, at line ends where possible, never within a letter, an emoji or a link.</summary>
public static class MessageSplitter
{
    /// <summary>Splits a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Longest message.</param>
    /// <param name="unit">What lengths are measured in.</param>
    /// <returns>The pieces in order; null if a single word, such as a link, is longer than a message.</returns>
    public static IReadOnlyList<string>? Split(string text, int most, TextUnit unit = TextUnit.Utf8Bytes)
    {
        var pieces = new List<string>();
        var current = new StringBuilder();
        foreach (var line in text.Split('\n').SelectMany(line => Fit(line, most, unit)))
        {
            if (LengthOf(line, unit) > most)
            {
                return null;
            }

            if (current.Length > 0 && LengthOf(current.ToString(), unit) + 1 + LengthOf(line, unit) > most)
            {
                pieces.Add(current.ToString());
                current.Clear();
            }

            current.Append(current.Length > 0 ? "\n" : "").Append(line);
        }

        pieces.Add(current.ToString());
        return [.. pieces.Select(piece => piece.Trim('\n')).Where(piece => !string.IsNullOrWhiteSpace(piece))];
    }

    /// <summary>The length of a text as a platform measures it.</summary>
    public static int LengthOf(string text, TextUnit unit) => unit == TextUnit.Utf8Bytes ? Encoding.UTF8.GetByteCount(text) : text.Length;

    /// <summary>Cuts an over-long line between words; a word is a run of ASCII letters, so Chinese may be cut anywhere and a link nowhere.</summary>
    private static IEnumerable<string> Fit(string line, int most, TextUnit unit)
    {
        if (LengthOf(line, unit) <= most)
        {
            yield return line;
            yield break;
        }

        var current = new StringBuilder();
        foreach (var word in Words(line))
        {
            if (current.Length > 0 && LengthOf(current.ToString(), unit) + LengthOf(word, unit) > most)
            {
                yield return current.ToString().TrimEnd();
                current.Clear();
            }

            current.Append(word);
        }

        yield return current.ToString();
    }

    private static IEnumerable<string> Words(string line)
    {
        var word = new StringBuilder();
        var graphemes = StringInfo.GetTextElementEnumerator(line);
        while (graphemes.MoveNext())
        {
            var grapheme = graphemes.GetTextElement();
            var joins = grapheme.Length == 1 && char.IsAscii(grapheme[0]) && !char.IsWhiteSpace(grapheme[0]);
            if (!joins && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }

            if (joins)
            {
                word.Append(grapheme);
            }
            else
            {
                yield return grapheme;
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
