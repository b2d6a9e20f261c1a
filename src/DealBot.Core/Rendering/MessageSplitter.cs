using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DealBot.Contracts;

namespace DealBot.Core.Rendering;

/// <summary>Cuts a text into messages that fit a platform's limit, at line ends where possible, never within a letter, an emoji or a link.</summary>
public static partial class MessageSplitter
{
    /// <summary>Splits a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="most">Longest message.</param>
    /// <param name="unit">What lengths are measured in.</param>
    /// <param name="isMarkdown">Whether a link is written with its name before it, and is one word together with it.</param>
    /// <returns>The pieces in order; null if a single word, such as a link, is longer than a message.</returns>
    public static IReadOnlyList<string>? Split(string text, int most, TextUnit unit = TextUnit.Utf8Bytes, bool isMarkdown = false)
    {
        var pieces = new List<string>();
        var current = new StringBuilder();
        foreach (var line in text.Split('\n').SelectMany(line => Fit(line, most, unit, isMarkdown)))
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
    private static IEnumerable<string> Fit(string line, int most, TextUnit unit, bool isMarkdown)
    {
        if (LengthOf(line, unit) <= most)
        {
            yield return line;
            yield break;
        }

        var current = new StringBuilder();
        foreach (var word in isMarkdown ? MarkdownWords(line) : Words(line))
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

    /// <summary>Half a name in brackets would be shown with its bracket, and the link not at all.</summary>
    private static IEnumerable<string> MarkdownWords(string line)
    {
        var end = 0;
        foreach (Match link in MarkdownLink().Matches(line))
        {
            foreach (var word in Words(line[end..link.Index]))
            {
                yield return word;
            }

            yield return link.Value;
            end = link.Index + link.Length;
        }

        foreach (var word in Words(line[end..]))
        {
            yield return word;
        }
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

    [GeneratedRegex(@"!?\[[^\[\]]*\]\([^()\s]+\)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLink();
}
