namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>Owns one reference of a <c>GCancellable</c>.</summary>
internal sealed class SafeCancellable : OwnedHandle
{
    protected override bool ReleaseHandle()
    {
        GLib.ObjectUnref(handle);
        return true;
    }
}
