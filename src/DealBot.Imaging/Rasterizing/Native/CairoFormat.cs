namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>The values of <c>cairo_format_t</c> in use.</summary>
internal enum CairoFormat
{
    Argb32 = 0,
    Rgb24 = 1,
}
