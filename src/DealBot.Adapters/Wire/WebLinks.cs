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

    // A full stop or bracket behind an address belongs to the sentence.
    [GeneratedRegex("""https?://[^\s<>"\\，。；、！？：（）【】《》「」“”]*[^\s<>"\\，。；、！？：（）【】《》「」“”.,;:!?)]""", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
