using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>The TurboJPEG 2.x interface, which 3.x still carries. Constants are those of turbojpeg.h.</summary>
internal static partial class TurboJpeg
{
    public const string Library = "libturbojpeg.so.0";
    public const int Samples444 = 0;
    public const int Samples420 = 2;
    public const int PixelsBgrx = 3;
    public const int AccurateDct = 4096;

    [LibraryImport(Library, EntryPoint = "tjInitCompress")]
    public static partial SafeTurboJpegHandle InitCompress();

    [LibraryImport(Library, EntryPoint = "tjCompress2")]
    public static partial int Compress2(
        SafeTurboJpegHandle handle,
        nint pixels,
        int width,
        int pitch,
        int height,
        int pixelFormat,
        ref nint buffer,
        ref CULong length,
        int subsampling,
        int quality,
        int flags);

    [LibraryImport(Library, EntryPoint = "tjGetErrorStr2")]
    public static partial nint GetErrorText(SafeTurboJpegHandle handle);

    [LibraryImport(Library, EntryPoint = "tjFree")]
    public static partial void Free(nint buffer);

    [LibraryImport(Library, EntryPoint = "tjDestroy")]
    public static partial int Destroy(nint handle);
}
