using System.Runtime.InteropServices;
using System.Text;

namespace DealBot.Benchmarks.Posters;

/// <summary>The baseline: librsvg on a cairo bitmap, TurboJPEG, and nothing else. No checks, no emoji in colour.</summary>
internal static partial class RawLibrsvg
{
    private const int Width = 750;
    private const int Height = 1334;
    private const int Rgb24 = 1;
    private const int Bgrx = 3;
    private const int Samples444 = 0;
    private const int AccurateDct = 4096;

    public static byte[] Jpeg(string svg, int quality)
    {
        var utf8 = Encoding.UTF8.GetBytes(svg);
        var document = NewFromData(utf8, (nuint)utf8.Length, 0);
        var bitmap = ImageSurfaceCreate(Rgb24, Width, Height);
        var context = Create(bitmap);
        SetSourceRgb(context, 1, 1, 1);
        Paint(context);
        if (RenderDocument(document, context, new Rectangle(0, 0, Width, Height), 0) == 0)
            throw new InvalidOperationException("librsvg can't draw the poster");

        SurfaceFlush(bitmap);
        var compressor = InitCompress();
        nint buffer = 0;
        nuint size = 0;
        _ = Compress2(compressor, GetData(bitmap), Width, GetStride(bitmap), Height, Bgrx, ref buffer, ref size, Samples444, quality, AccurateDct);
        var file = new byte[size];
        Marshal.Copy(buffer, file, 0, file.Length);
        Free(buffer);
        _ = DestroyCompressor(compressor);
        Destroy(context);
        SurfaceDestroy(bitmap);
        Unref(document);
        return file;
    }

    [LibraryImport("librsvg-2.so.2", EntryPoint = "rsvg_handle_new_from_data")]
    private static partial nint NewFromData(ReadOnlySpan<byte> data, nuint length, nint error);

    [LibraryImport("librsvg-2.so.2", EntryPoint = "rsvg_handle_render_document")]
    private static partial int RenderDocument(nint document, nint context, in Rectangle viewport, nint error);

    [LibraryImport("libcairo.so.2", EntryPoint = "cairo_image_surface_create")]
    private static partial nint ImageSurfaceCreate(int format, int width, int height);

    [LibraryImport("libcairo.so.2", EntryPoint = "cairo_create")]
    private static partial nint Create(nint surface);

    [LibraryImport("libcairo.so.2", EntryPoint = "cairo_set_source_rgb")]
    private static partial void SetSourceRgb(nint context, double red, double green, double blue);

    [LibraryImport("libcairo.so.2", EntryPoint = "cairo_paint")]
    private static partial void Paint(nint context);

    [LibraryImport("libcairo.so.2", EntryPoint = "cairo_surface_flush")]
    private static partial void SurfaceFlush(nint surface);

    [LibraryImport("libcairo.so.2", EntryPoint = "cairo_image_surface_get_data")]
    private static partial nint GetData(nint surface);

    [LibraryImport("libcairo.so.2", EntryPoint = "cairo_image_surface_get_stride")]
    private static partial int GetStride(nint surface);

    [LibraryImport("libcairo.so.2", EntryPoint = "cairo_destroy")]
    private static partial void Destroy(nint context);

    [LibraryImport("libcairo.so.2", EntryPoint = "cairo_surface_destroy")]
    private static partial void SurfaceDestroy(nint surface);

    [LibraryImport("libgobject-2.0.so.0", EntryPoint = "g_object_unref")]
    private static partial void Unref(nint instance);

    [LibraryImport("libturbojpeg.so.0", EntryPoint = "tjInitCompress")]
    private static partial nint InitCompress();

    [LibraryImport("libturbojpeg.so.0", EntryPoint = "tjCompress2")]
    private static partial int Compress2(
        nint compressor, nint pixels, int width, int pitch, int height, int format, ref nint buffer, ref nuint size, int samples, int quality, int flags);

    [LibraryImport("libturbojpeg.so.0", EntryPoint = "tjFree")]
    private static partial void Free(nint buffer);

    [LibraryImport("libturbojpeg.so.0", EntryPoint = "tjDestroy")]
    private static partial int DestroyCompressor(nint compressor);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Rectangle(double X, double Y, double Width, double Height);
}
