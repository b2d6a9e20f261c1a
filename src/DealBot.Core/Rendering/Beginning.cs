using System.Globalization;

namespace DealBot.Core.Rendering;

/// <summary>The beginning of a text that is too long to be shown whole.</summary>
public static class Beginning
{
    /// <summary>The text if it is short enough; else as many letters of it, with an ellipsis. No emoji is cut.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">How many letters, as readers count them, are shown at most.</param>
    public static string Of(string text, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = StringInfo.ParseCombiningCharacters(text);
        return letters.Length <= longest ? text : text[..letters[longest]] + "…";
    }
}
