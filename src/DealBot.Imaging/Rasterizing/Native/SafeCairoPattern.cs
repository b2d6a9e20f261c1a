namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>Owns one reference of a <c>cairo_pattern_t</c>.</summary>
internal sealed class SafeCairoPattern : OwnedHandle
{
    protected override bool ReleaseHandle()
    {
        Cairo.PatternDestroy(handle);
        return true;
    }
}
