using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

/// <summary>
/// librsvg 2.46 or newer. An error parameter must be 0 on entry, hence <c>ref</c>; who sees it set frees it with <see
/// cref="GLib.TakeMessage"/>.
/// </summary>
internal static partial class Rsvg
{
    public const string Library = "librsvg-2.so.2";

    [LibraryImport(Library, EntryPoint = "rsvg_handle_new_from_data")]
    public static partial SafeRsvgHandle NewFromData(ReadOnlySpan<byte> utf8, nuint length, ref nint error);

    [LibraryImport(Library, EntryPoint = "rsvg_handle_set_dpi")]
    public static partial void SetDpi(SafeRsvgHandle handle, double dpi);

    [LibraryImport(Library, EntryPoint = "rsvg_handle_get_intrinsic_dimensions")]
    public static partial void GetIntrinsicDimensions(
        SafeRsvgHandle handle,
        out int hasWidth,
        out RsvgLength width,
        out int hasHeight,
        out RsvgLength height,
        out int hasViewBox,
        out RsvgRectangle viewBox);

    [LibraryImport(Library, EntryPoint = "rsvg_handle_render_document")]
    public static partial int RenderDocument(SafeRsvgHandle handle, SafeCairoContext context, in RsvgRectangle viewport, ref nint error);
}
