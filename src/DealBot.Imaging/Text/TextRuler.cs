using System.Collections.Concurrent;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Text;

/// <summary>
/// Measures text in the fonts of this machine, as librsvg draws it: through Pango, kerning and emoji included, without hinting. Where Pango
/// cannot be loaded it estimates (<see cref="TextWrap.Measure"/>). Widths of characters and words are kept, so that a text seen before costs
/// some nanoseconds a character. Safe to use from any number of threads; one instance serves the process.
/// </summary>
public sealed class TextRuler
{
    private const int MostFaces = 32;

    private readonly ConcurrentDictionary<FontFace, WidthCache> _faces = new();
    private readonly Lazy<bool> _isExact = new(() => NativeLibraries.HasPango(new SystemLoader()));

    /// <summary>Whether widths are measured; otherwise they are estimated. The first call loads Pango.</summary>
    public bool IsExact => _isExact.Value;

    /// <summary>The width of one line of text in em: multiplied by the font size it is the width in user units.</summary>
    /// <param name="text">One line; null counts as empty.</param>
    /// <param name="face">The face it is drawn in.</param>
    /// <param name="letterSpacing">The SVG property <c>letter-spacing</c> in em. It counts between graphemes, not after the last.</param>
    public double Measure(string? text, FontFace face, double letterSpacing = 0)
    {
        if (string.IsNullOrEmpty(text))
            return 0;

        var spacing = letterSpacing == 0 ? 0 : letterSpacing * (Graphemes.Count(text) - 1);
        return (IsExact ? Sum(text, Widths(face)) : TextWrap.Measure(text)) + spacing;
    }

    private static double Sum(ReadOnlySpan<char> text, WidthCache widths)
    {
        var width = 0.0;
        while (!text.IsEmpty)
        {
            var length = TextRuns.LengthOfFirst(text);
            width += widths.Of(text[..length]);
            text = text[length..];
        }

        return width;
    }

    private WidthCache Widths(FontFace face)
    {
        if (_faces.TryGetValue(face, out var known))
            return known;

        // Templates name the faces; one that makes up new ones all the time must not fill the memory.
        if (_faces.Count >= MostFaces)
            _faces.Clear();
        return _faces.GetOrAdd(face, static face => new WidthCache(PangoLayout.Open(face).Measure));
    }
}
