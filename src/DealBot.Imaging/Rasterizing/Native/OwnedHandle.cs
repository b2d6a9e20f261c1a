using Microsoft.Win32.SafeHandles;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>A native object that is released once, whatever happens. Those alive are counted, so that a test can tell a leak.</summary>
internal abstract class OwnedHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private static int _live;
    private int _gone;

    protected OwnedHandle()
        : base(ownsHandle: true) => Interlocked.Increment(ref _live);

    public static int Live => Volatile.Read(ref _live);

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _gone, 1) == 0)
            Interlocked.Decrement(ref _live);

        base.Dispose(disposing);
    }
}
