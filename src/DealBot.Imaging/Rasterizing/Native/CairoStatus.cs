namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>The values of <c>cairo_status_t</c> that this code itself names.</summary>
internal enum CairoStatus
{
    Success = 0,
    WriteError = 11,
}
