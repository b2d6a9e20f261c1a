using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

internal static unsafe partial class Cairo
{
    public const string Library = "libcairo.so.2";

    /// <summary>Cairo reports errors as a sticky status, never as a null.</summary>
    public static void ThrowIfFailed(CairoStatus status, string step)
    {
        if (status != CairoStatus.Success)
            throw new ImagingException($"cairo cannot {step}: {Marshal.PtrToStringUTF8(StatusToString(status))}");
    }

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_create")]
    public static partial SafeCairoSurface ImageSurfaceCreate(CairoFormat format, int width, int height);

    /// <summary>A null write function is allowed: nothing is written.</summary>
    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_create_for_stream")]
    public static partial SafeCairoSurface PdfSurfaceCreateForStream(nint write, nint target, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_surface_status")]
    public static partial CairoStatus SurfaceStatus(SafeCairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_flush")]
    public static partial void SurfaceFlush(SafeCairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_data")]
    public static partial nint ImageSurfaceGetData(SafeCairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_stride")]
    public static partial int ImageSurfaceGetStride(SafeCairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_write_to_png_stream")]
    public static partial CairoStatus SurfaceWriteToPngStream(
        SafeCairoSurface surface, delegate* unmanaged[Cdecl]<nint, byte*, uint, CairoStatus> write, nint target);

    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")]
    public static partial void SurfaceDestroy(nint surface);

    [LibraryImport(Library, EntryPoint = "cairo_create")]
    public static partial SafeCairoContext Create(SafeCairoSurface surface);

    [LibraryImport(Library, EntryPoint = "cairo_status")]
    public static partial CairoStatus Status(SafeCairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgb")]
    public static partial void SetSourceRgb(SafeCairoContext context, double red, double green, double blue);

    [LibraryImport(Library, EntryPoint = "cairo_set_source")]
    public static partial void SetSource(SafeCairoContext context, SafeCairoPattern source);

    [LibraryImport(Library, EntryPoint = "cairo_push_group")]
    public static partial void PushGroup(SafeCairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_pop_group")]
    public static partial SafeCairoPattern PopGroup(SafeCairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_pattern_destroy")]
    public static partial void PatternDestroy(nint pattern);

    [LibraryImport(Library, EntryPoint = "cairo_paint")]
    public static partial void Paint(SafeCairoContext context);

    [LibraryImport(Library, EntryPoint = "cairo_destroy")]
    public static partial void Destroy(nint context);

    [LibraryImport(Library, EntryPoint = "cairo_version_string")]
    public static partial nint VersionString();

    [LibraryImport(Library, EntryPoint = "cairo_status_to_string")]
    private static partial nint StatusToString(CairoStatus status);
}
