using System.Globalization;
using System.Text;

namespace DealBot.Core.Rendering;

/// <summary>Cuts a text into messages that fit a platform's byte limit, at line ends where possible, never within a letter, an emoji or a link.</summary>
public static class MessageSplitter
{
    /// <summary>Splits a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="maxBytes">Most UTF-8 bytes of one message.</param>
    /// <returns>The pieces in order; null if a single word, such as a link, is longer than a message.</returns>
    public static IReadOnlyList<string>? Split(string text, int maxBytes)
    {
        var pieces = new List<string>();
        var current = new StringBuilder();
        foreach (var line in text.Split('\n').SelectMany(line => Fit(line, maxBytes)))
        {
            if (Encoding.UTF8.GetByteCount(line) > maxBytes)
            {
                return null;
            }

            if (current.Length > 0 && Encoding.UTF8.GetByteCount(current.ToString()) + 1 + Encoding.UTF8.GetByteCount(line) > maxBytes)
            {
                pieces.Add(current.ToString());
                current.Clear();
            }

            current.Append(current.Length > 0 ? "\n" : "").Append(line);
        }

        pieces.Add(current.ToString());
        return [.. pieces.Select(piece => piece.Trim('\n')).Where(piece => !string.IsNullOrWhiteSpace(piece))];
    }

    /// <summary>Cuts an over-long line between words; a word is a run of ASCII letters, so Chinese may be cut anywhere and a link nowhere.</summary>
    private static IEnumerable<string> Fit(string line, int maxBytes)
    {
        if (Encoding.UTF8.GetByteCount(line) <= maxBytes)
        {
            yield return line;
            yield break;
        }

        var current = new StringBuilder();
        foreach (var word in Words(line))
        {
            if (current.Length > 0 && Encoding.UTF8.GetByteCount(current.ToString()) + Encoding.UTF8.GetByteCount(word) > maxBytes)
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
