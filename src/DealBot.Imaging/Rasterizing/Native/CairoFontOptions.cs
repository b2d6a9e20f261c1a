using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>How cairo scales glyphs: as librsvg asks for, without fitting them to the pixel grid, so that widths grow with the size.</summary>
internal static partial class CairoFontOptions
{
    private const int HintStyleNone = 1;
    private const int HintMetricsOff = 1;

    public static nint Unhinted()
    {
        var options = Create();
        SetHintStyle(options, HintStyleNone);
        SetHintMetrics(options, HintMetricsOff);
        return options;
    }

    [LibraryImport(Cairo.Library, EntryPoint = "cairo_font_options_destroy")]
    public static partial void Destroy(nint options);

    [LibraryImport(Cairo.Library, EntryPoint = "cairo_font_options_create")]
    private static partial nint Create();

    [LibraryImport(Cairo.Library, EntryPoint = "cairo_font_options_set_hint_style")]
    private static partial void SetHintStyle(nint options, int style);

    [LibraryImport(Cairo.Library, EntryPoint = "cairo_font_options_set_hint_metrics")]
    private static partial void SetHintMetrics(nint options, int metrics);
}
