namespace DealBot.Imaging.Text;

/// <summary>
/// Cuts text into runs that can be measured alone and kept: a full-width character, a space, or a stretch of anything else, whose letters
/// kern with each other.
/// </summary>
internal static class TextRuns
{
    // A longer stretch is cut, so that what is kept stays small; kerning across the cut is lost.
    private const int Longest = 64;

    /// <summary>Length of the run at the start of a text that is not empty.</summary>
    public static int LengthOfFirst(ReadOnlySpan<char> text)
    {
        if (StandsAlone(text))
            return 1;

        var length = 1;
        while (length < text.Length && !StandsAlone(text[length..]) && (length < Longest || Clings(text[length])))
            length++;

        return length;
    }

    /// <summary>Whether the first character neither kerns nor combines with its neighbours.</summary>
    private static bool StandsAlone(ReadOnlySpan<char> text) =>
        text[0] == ' ' || (IsFullWidth(text[0]) && (text.Length == 1 || !Clings(text[1])));

    // From the CJK radicals to the ideographs, Hangul, compatibility ideographs, full-width forms.
    private static bool IsFullWidth(char character) =>
        character is (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF01' and <= '\uFF60');

    // Marks, variation selectors, joiners, the second half of a pair, a mark beyond the basic plane.
    private static bool Clings(char character) =>
        character is (>= '\u0300' and <= '\u036F') or (>= '\uFE00' and <= '\uFE0F') or '\u200D' or '\u20E3' or '\u3099' or '\u309A'
        || char.IsLowSurrogate(character)
        || character == '\uDB40';
}
