namespace DealBot.Imaging.Text;

/// <summary>Breaks text into lines, since SVG itself does not. Pure functions.</summary>
public static class TextWrap
{
    /// <summary>
    /// Breaks <paramref name="text"/> into lines no wider than <paramref name="widthInEm"/>.
    /// </summary>
    /// <remarks>
    /// A line never begins with closing punctuation or ends with an opening bracket or a currency sign (禁则). Latin words and numbers with
    /// their units (<c>500g</c>, <c>1.5L</c>, <c>1,299</c>, <c>3×200g</c>, <c>10片</c>) and graphemes (an emoji of several code points) stay
    /// whole, except a word longer than a line. White space collapses to one space and vanishes at line ends; a line end in the text is
    /// kept, an empty line is not. Text that does not fit ends in <c>…</c>, cut between words.
    /// </remarks>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="widthInEm">Width of a line in em: pixels divided by the font size. Above 0.</param>
    /// <param name="maxLines">Most lines, at least 1.</param>
    /// <param name="measure">Width of a string in em; <see cref="Measure"/> when null.</param>
    /// <returns>The lines; none for blank text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width or the number of lines is not positive.</exception>
    public static IReadOnlyList<string> Wrap(string? text, double widthInEm, int maxLines, Func<string, double>? measure = null) =>
        Lay(text, widthInEm, maxLines, measure).Lines;

    /// <summary>As <see cref="Wrap"/>, and says what became of the text.</summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="widthInEm">Width of a line in em. Above 0.</param>
    /// <param name="maxLines">Most lines, at least 1.</param>
    /// <param name="measure">Width of a string in em; <see cref="Measure"/> when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width or the number of lines is not positive.</exception>
    public static WrappedText Lay(string? text, double widthInEm, int maxLines, Func<string, double>? measure = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(widthInEm);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLines);

        var filler = new LineFiller(widthInEm, measure ?? Measure);
        var lines = new List<string>();
        var last = new List<TextPiece>();
        foreach (var line in filler.Lines(text ?? ""))
        {
            if (lines.Count == maxLines)
            {
                lines[^1] = filler.WithEllipsis(last);
                return new WrappedText(lines, IsCut: true, filler.HasCutWord);
            }

            lines.Add(TextPiece.Join(line));
            last = line;
        }

        return new WrappedText(lines, IsCut: false, filler.HasCutWord);
    }

    /// <summary>
    /// Estimates the width of one line of text in em, for Noto Sans CJK in its bold face: a Chinese character or full-width sign 1, an
    /// emoji 1.25, a digit 0.59, a Latin letter 0.3 to 0.96, a space 0.23. For the regular face it is up to 5 % too wide. Kerning is not
    /// counted. <see cref="TextRuler"/> measures instead.
    /// </summary>
    /// <param name="text">One line; null counts as empty.</param>
    public static double Measure(string? text) => Graphemes.Of(text ?? "").Sum(GlyphWidth.Of);
}
