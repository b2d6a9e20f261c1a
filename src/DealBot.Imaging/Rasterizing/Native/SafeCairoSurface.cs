using Microsoft.Win32.SafeHandles;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>Owns one reference of a <c>cairo_surface_t</c>.</summary>
internal sealed class SafeCairoSurface() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Cairo.SurfaceDestroy(handle);
        return true;
    }
}
