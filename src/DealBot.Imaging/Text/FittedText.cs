namespace DealBot.Imaging.Text;

/// <summary>A text at the size at which it fits its place.</summary>
/// <param name="Size">The font size in user units.</param>
/// <param name="Text">The lines at that size.</param>
public sealed record FittedText(double Size, WrappedText Text)
{
    /// <summary>
    /// Finds the largest font size of a range, in steps of 1 down from the largest, at which a text fits a number of lines with no word
    /// cut. If it fits at none, the smallest size is taken and the text ends in <c>…</c>.
    /// </summary>
    /// <param name="text">Any text; null counts as empty.</param>
    /// <param name="width">Width of a line in user units, above 0.</param>
    /// <param name="maxLines">Most lines, at least 1.</param>
    /// <param name="largest">Largest font size, at least <paramref name="smallest"/>.</param>
    /// <param name="smallest">Smallest font size, above 0.</param>
    /// <param name="measure">Width of a string in em.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static FittedText Largest(string? text, double width, int maxLines, double largest, double smallest, Func<string, double> measure)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(smallest);
        ArgumentOutOfRangeException.ThrowIfLessThan(largest, smallest);

        // Steps below the largest size; the last step is the smallest, wherever it falls.
        var (tooFew, enough) = (-1, (int)Math.Ceiling(largest - smallest));
        var best = At(enough);
        while (enough - tooFew > 1)
        {
            var middle = (tooFew + enough) / 2;
            if (At(middle) is { Text: { IsCut: false, HasCutWord: false } } fitted)
                (enough, best) = (middle, fitted);
            else
                tooFew = middle;
        }

        return best;

        FittedText At(int steps)
        {
            var size = Math.Max(smallest, largest - steps);
            return new FittedText(size, TextWrap.Lay(text, width / size, maxLines, measure));
        }
    }
}
