using System.Runtime.InteropServices;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

internal static class RasterizerProbe
{
    public static RasterizerStatus Run() => new(
        RsvgVersion(),
        NativeLibraries.CanLoad(Cairo.Library) ? Marshal.PtrToStringUTF8(Cairo.VersionString()) : null,
        NativeLibraries.CanLoad(TurboJpeg.Library),
        Family(":lang=zh-cn"),
        Family(":lang=und-zsye:color=true"))
    {
        PangoVersion = NativeLibraries.HasPango ? Marshal.PtrToStringUTF8(Pango.VersionString()) : null,
    };

    /// <summary>librsvg publishes its version as three data symbols, which a function import cannot reach.</summary>
    private static string? RsvgVersion()
    {
        if (!NativeLibrary.TryLoad(Rsvg.Library, out var library))
            return null;

        int[] parts = [Number("rsvg_major_version"), Number("rsvg_minor_version"), Number("rsvg_micro_version")];
        return string.Join('.', parts);

        int Number(string symbol) => NativeLibrary.TryGetExport(library, symbol, out var address) ? Marshal.ReadInt32(address) : 0;
    }

    private static string? Family(string pattern) =>
        NativeLibraries.CanLoad(Fontconfig.Library) ? FontSearch.FirstFamily(pattern) : null;
}
