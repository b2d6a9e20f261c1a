using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>
/// Tells glibc to keep the memory of one drawing for the next. By default it hands each bitmap back to the system and asks for it again,
/// page by page, which takes a quarter of the time of a poster. Other C libraries lack these calls and are left as they are.
/// </summary>
internal static unsafe class NativeHeap
{
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;

    // The largest that glibc takes, above any bitmap of a poster.
    private const int MmapBytes = 32 * 1024 * 1024;
    private const int TrimBytes = 64 * 1024 * 1024;

    public static void KeepFreed()
    {
        var option = (delegate* unmanaged[Cdecl]<int, int, int>)Function("mallopt");
        if (option is null)
            return;

        option(MmapThreshold, MmapBytes);
        option(TrimThreshold, TrimBytes);
    }

    /// <summary>Hands back what <see cref="KeepFreed"/> has kept.</summary>
    public static void GiveBack()
    {
        var trim = (delegate* unmanaged[Cdecl]<nuint, int>)Function("malloc_trim");
        if (trim is not null)
            trim(0);
    }

    private static nint Function(string name) =>
        NativeLibrary.TryLoad("libc.so.6", out var library) && NativeLibrary.TryGetExport(library, name, out var function) ? function : 0;
}
