using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>
/// Pango 1.44 or newer, which librsvg itself sets text with. Nothing here is safe for use by two threads at once. Lengths are in 1/1024 of
/// a pixel.
/// </summary>
internal static partial class Pango
{
    public const string Library = "libpango-1.0.so.0";
    public const string CairoLibrary = "libpangocairo-1.0.so.0";
    public const int Scale = 1024;

    [LibraryImport(Library, EntryPoint = "pango_version_string")]
    public static partial nint VersionString();

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_font_map_new")]
    public static partial SafeGObject CairoFontMapNew();

    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_context_set_resolution")]
    public static partial void CairoContextSetResolution(SafeGObject context, double dpi);

    /// <summary>The options are copied.</summary>
    [LibraryImport(CairoLibrary, EntryPoint = "pango_cairo_context_set_font_options")]
    public static partial void CairoContextSetFontOptions(SafeGObject context, nint options);

    [LibraryImport(Library, EntryPoint = "pango_font_map_create_context")]
    public static partial SafeGObject FontMapCreateContext(SafeGObject fontMap);

    [LibraryImport(Library, EntryPoint = "pango_context_set_round_glyph_positions")]
    public static partial void ContextSetRoundGlyphPositions(SafeGObject context, int round);

    [LibraryImport(Library, EntryPoint = "pango_layout_new")]
    public static partial SafeGObject LayoutNew(SafeGObject context);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_auto_dir")]
    public static partial void LayoutSetAutoDir(SafeGObject layout, int automatic);

    [LibraryImport(Library, EntryPoint = "pango_layout_set_single_paragraph_mode")]
    public static partial void LayoutSetSingleParagraphMode(SafeGObject layout, int single);

    /// <summary>The description is copied.</summary>
    [LibraryImport(Library, EntryPoint = "pango_layout_set_font_description")]
    public static partial void LayoutSetFontDescription(SafeGObject layout, nint description);

    /// <summary>The text is copied; invalid bytes are replaced.</summary>
    [LibraryImport(Library, EntryPoint = "pango_layout_set_text")]
    public static partial void LayoutSetText(SafeGObject layout, ReadOnlySpan<byte> utf8, int length);

    [LibraryImport(Library, EntryPoint = "pango_layout_get_size")]
    public static partial void LayoutGetSize(SafeGObject layout, out int width, out int height);

    [LibraryImport(Library, EntryPoint = "pango_font_description_new")]
    public static partial nint FontDescriptionNew();

    [LibraryImport(Library, EntryPoint = "pango_font_description_free")]
    public static partial void FontDescriptionFree(nint description);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_family", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void FontDescriptionSetFamily(nint description, string family);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_weight")]
    public static partial void FontDescriptionSetWeight(nint description, int weight);

    [LibraryImport(Library, EntryPoint = "pango_font_description_set_absolute_size")]
    public static partial void FontDescriptionSetAbsoluteSize(nint description, double size);
}
