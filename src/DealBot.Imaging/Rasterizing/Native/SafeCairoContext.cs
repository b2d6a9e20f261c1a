using Microsoft.Win32.SafeHandles;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>Owns one reference of a <c>cairo_t</c>, which in turn holds its surface.</summary>
internal sealed class SafeCairoContext() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Cairo.Destroy(handle);
        return true;
    }
}
