using System.Text;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Text;

/// <summary>Measures text with the fonts of this machine, set up the way librsvg sets it. One thread at a time.</summary>
internal sealed class PangoLayout : IDisposable
{
    // Widths are linear without hinting; at this size the 1/64 pixel that fonts are scaled to is 1/12800 em.
    private const double Size = 200;

    // One user unit of SVG is one pixel and one point.
    private const double Dpi = 72;

    private readonly SafeGObject _layout;

    private PangoLayout(SafeGObject layout) => _layout = layout;

    /// <exception cref="DllNotFoundException">Pango is not installed.</exception>
    /// <exception cref="EntryPointNotFoundException">Pango is older than 1.44.</exception>
    public static PangoLayout Open(FontFace face)
    {
        // A map of its own: the default one belongs to the thread that asks for it.
        using var fonts = Pango.CairoFontMapNew();
        using var context = Pango.FontMapCreateContext(fonts);
        Pango.CairoContextSetResolution(context, Dpi);
        Pango.ContextSetRoundGlyphPositions(context, 0);
        var options = CairoFontOptions.Unhinted();
        Pango.CairoContextSetFontOptions(context, options);
        CairoFontOptions.Destroy(options);

        var layout = Pango.LayoutNew(context);
        Pango.LayoutSetAutoDir(layout, 0);
        Pango.LayoutSetSingleParagraphMode(layout, 1);
        SetFont(layout, face);
        return new PangoLayout(layout);
    }

    /// <summary>The advance of the text in em.</summary>
    public double Measure(ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[512];
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > utf8.Length)
            utf8 = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        var length = Encoding.UTF8.GetBytes(text, utf8);

        Pango.LayoutSetText(_layout, utf8, length);
        Pango.LayoutGetSize(_layout, out var width, out _);
        return width / (Size * Pango.Scale);
    }

    public void Dispose() => _layout.Dispose();

    private static void SetFont(SafeGObject layout, FontFace face)
    {
        var description = Pango.FontDescriptionNew();
        Pango.FontDescriptionSetFamily(description, face.Family);
        Pango.FontDescriptionSetWeight(description, face.Weight);
        Pango.FontDescriptionSetAbsoluteSize(description, Size * Pango.Scale);
        Pango.LayoutSetFontDescription(layout, description);
        Pango.FontDescriptionFree(description);
    }
}
