namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>Owns one reference of a <c>cairo_surface_t</c>.</summary>
internal sealed class SafeCairoSurface : OwnedHandle
{
    protected override bool ReleaseHandle()
    {
        Cairo.SurfaceDestroy(handle);
        return true;
    }
}
