using System.Text.RegularExpressions;

namespace DealBot.Adapters.Wire;

/// <summary>Finds the web addresses in plain text.</summary>
internal static partial class WebLinks
{
    /// <summary>The text in pieces, in order, and which of them are addresses.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Split(string text)
    {
        var end = 0;
        foreach (Match link in Link().Matches(text))
        {
            if (link.Index > end)
                yield return (text[end..link.Index], false);

            yield return (link.Value, true);
            end = link.Index + link.Length;
        }

        if (end < text.Length)
            yield return (text[end..], false);
    }

    /// <summary>
    /// The text up to the given place, ready for an ellipsis. A link that is cut is left out, since half of it would still be a link, and a wrong
    /// one; behind a whole one stays a blank, else the ellipsis would be taken for its end.
    /// </summary>
    public static ReadOnlySpan<char> Before(string text, int end)
    {
        var head = text.AsSpan(0, end).TrimEnd();
        foreach (Match link in Link().Matches(text))
        {
            var linkEnd = link.Index + link.Length;
            if (linkEnd == head.Length && linkEnd < end)
                return text.AsSpan(0, linkEnd + 1);
            if (link.Index < head.Length && head.Length <= linkEnd)
                return text.AsSpan(0, link.Index).TrimEnd();
        }

        return head;
    }

    // A full stop or bracket behind an address belongs to the sentence.
    [GeneratedRegex("""https?://[^\s<>"\\，。；、！？：（）【】《》「」“”]*[^\s<>"\\，。；、！？：（）【】《》「」“”.,;:!?)]""", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
