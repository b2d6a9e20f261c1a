using System.Globalization;
using System.Text;

namespace DealBot.Imaging.Text;

/// <summary>Takes out of a text from outside what would spoil a drawing without being seen.</summary>
public static class DisplayText
{
    /// <summary>The most characters of a text that <see cref="Clean"/> keeps unless told: more than any poster can show.</summary>
    public const int MostCharacters = 2_000;

    // Vietnamese and Thai stack two, pointed Hebrew three; a keycap is a selector and an enclosing mark.
    private const int MostMarks = 4;

    // A flag of England is six tags and their end.
    private const int MostFormats = 8;

    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>
    /// The text without control characters other than tab and line ends, without bidirectional controls (a title cannot turn round what
    /// stands beside it), invisible format characters other than those that emoji and joined scripts need, lone surrogates, and what XML
    /// cannot hold. Of a pile of combining marks four are kept. A text beyond the limit is cut between graphemes and ends in <c>…</c>;
    /// the rest is not looked at, so the work is bounded.
    /// </summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="most">Most UTF-16 characters of the result.</param>
    public static string Clean(string? text, int most = MostCharacters)
    {
        if (string.IsNullOrEmpty(text))
            return "";

        // Some more is read than is kept, but not without end: a text may be nothing but what is dropped.
        var scanned = text.AsSpan(0, (int)Math.Min(text.Length, 4L * most));
        var isScannedWhole = scanned.Length == text.Length;
        var clean = new StringBuilder(Math.Min(scanned.Length, most) + 1);
        var (marks, formats) = (0, 0);
        while (!scanned.IsEmpty && clean.Length <= most)
        {
            var isValid = Rune.DecodeFromUtf16(scanned, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            scanned = scanned[length..];
            var kind = isValid ? KindOf(rune) : Kind.Dropped;
            if (kind == Kind.Kept)
                (marks, formats) = (0, 0);
            var isKept = kind switch
            {
                Kind.Mark => ++marks <= MostMarks,
                Kind.Format => ++formats <= MostFormats,
                _ => kind == Kind.Kept,
            };
            if (isKept)
                Append(clean, rune);
        }

        return clean.Length <= most && isScannedWhole ? clean.ToString() : Cut(clean.ToString(), most);
    }

    /// <summary>Whether the text comes out of <see cref="Clean"/> as it is.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange(' ', '~') < 0;

    private static string Cut(string clean, int most)
    {
        var end = 0;
        while (end < clean.Length && StringInfo.GetNextTextElementLength(clean, end) is var length && end + length < most)
            end += length;

        return clean[..end] + "…";
    }

    private static void Append(StringBuilder clean, Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        clean.Append(characters[..rune.EncodeToUtf16(characters)]);
    }

    private static Kind KindOf(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => Kind.Kept,
        ZeroWidthJoiner or ZeroWidthNonJoiner or (>= 0xE0020 and <= 0xE007F) => Kind.Format,
        0xFFFE or 0xFFFF => Kind.Dropped,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format => Kind.Dropped,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Kind.Mark,
            _ => Kind.Kept,
        },
    };

    private enum Kind
    {
        Kept,
        Dropped,
        Mark,
        Format,
    }
}
