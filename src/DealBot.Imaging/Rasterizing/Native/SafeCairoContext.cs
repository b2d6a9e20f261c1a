namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>Owns one reference of a <c>cairo_t</c>, which in turn holds its surface.</summary>
internal sealed class SafeCairoContext : OwnedHandle
{
    protected override bool ReleaseHandle()
    {
        Cairo.Destroy(handle);
        return true;
    }
}
