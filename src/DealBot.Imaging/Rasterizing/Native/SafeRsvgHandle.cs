using Microsoft.Win32.SafeHandles;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>Owns one reference of an <c>RsvgHandle</c>.</summary>
internal sealed class SafeRsvgHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        GLib.ObjectUnref(handle);
        return true;
    }
}
