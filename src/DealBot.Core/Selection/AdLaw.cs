namespace DealBot.Core.Selection;

/// <summary>Finds words that the advertising law (广告法) forbids in promotion.</summary>
public static class AdLaw
{
    /// <summary>The first forbidden word in the text, or null.</summary>
    public static string? FirstWord(string text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return word;
            }
        }

        return null;
    }
}
