namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>Owns one reference of an <c>RsvgHandle</c>.</summary>
internal sealed class SafeRsvgHandle : OwnedHandle
{
    protected override bool ReleaseHandle()
    {
        GLib.ObjectUnref(handle);
        return true;
    }
}
