using Microsoft.Win32.SafeHandles;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>Owns one reference of a GObject.</summary>
internal sealed class SafeGObject() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        GLib.ObjectUnref(handle);
        return true;
    }
}
