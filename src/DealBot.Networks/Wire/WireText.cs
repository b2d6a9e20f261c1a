namespace DealBot.Networks.Wire;

/// <summary>Text from outside, made fit for one line.</summary>
internal static class WireText
{
    /// <summary>Line breaks and tabs become blanks, other control characters go.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter).Where(letter => !char.IsControl(letter))).Trim();
}
