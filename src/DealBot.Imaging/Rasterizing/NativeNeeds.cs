using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>A library that drawing needs.</summary>
/// <param name="File">What the loader is asked for.</param>
/// <param name="Package">Its package on Debian, by which <see cref="InstallAdvice"/> knows the others.</param>
/// <param name="Version">The oldest release that has all of the functions.</param>
/// <param name="Functions">Those that came last into the library; who has them has the others too.</param>
internal sealed record NativeNeed(string File, string Package, string Version, params string[] Functions);

internal static class NativeNeeds
{
    public const string RsvgPackage = "librsvg2-2";
    public const string TurboJpegPackage = "libturbojpeg0";

    /// <summary>librsvg's package depends on all of the others but TurboJPEG.</summary>
    public static readonly NativeNeed[] Libraries =
    [
        new(Rsvg.Library, RsvgPackage, "librsvg 2.46", "rsvg_handle_render_document", "rsvg_handle_get_intrinsic_dimensions"),
        new(Cairo.Library, RsvgPackage, "cairo 1.10", "cairo_push_group", "cairo_pdf_surface_create_for_stream"),
        new(GLib.Library, RsvgPackage, "GLib 2.0", "g_error_free"),
        new(GLib.ObjectLibrary, RsvgPackage, "GLib 2.0", "g_object_unref"),
        new(TurboJpeg.Library, TurboJpegPackage, "TurboJPEG 2.0", "tjCompress2", "tjGetErrorStr2"),
    ];
}
