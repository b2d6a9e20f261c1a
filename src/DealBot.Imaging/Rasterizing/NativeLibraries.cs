using System.Runtime.InteropServices;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>Turns the loader's complaint about a missing library into the package that holds it.</summary>
internal static class NativeLibraries
{
    // librsvg's package depends on all of the others but TurboJPEG.
    private static readonly (string Library, string Package)[] Needed =
    [
        (Rsvg.Library, "librsvg2-2"),
        (Cairo.Library, "librsvg2-2"),
        (GLib.Library, "librsvg2-2"),
        (GLib.ObjectLibrary, "librsvg2-2"),
        (TurboJpeg.Library, "libturbojpeg0"),
    ];

    private const string Command = "apt-get install -y librsvg2-2 libturbojpeg0";

    private static readonly string[] Fonts = ["fonts-noto-cjk", "fonts-noto-color-emoji"];

    public static bool IsLoadFailure(Exception exception) =>
        exception is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException;

    public static ImagingUnavailableException Unavailable(Exception cause) => Unavailable(cause, CanLoad);

    public static ImagingUnavailableException Unavailable(Exception cause, Func<string, bool> canLoad)
    {
        var missing = Needed.Where(need => !canLoad(need.Library)).Select(need => need.Package).Distinct().ToArray();
        if (missing.Length == 0)
            return TooOld(cause);

        // Whoever lacks librsvg most likely lacks the fonts too, and would find out one poster later.
        string[] packages = missing.Contains("librsvg2-2") ? [.. missing, .. Fonts] : missing;
        return new ImagingUnavailableException(InstallAdvice.English(packages), InstallAdvice.Chinese(packages), cause);
    }

    /// <summary>Whether text can be measured: Pango 1.44 or newer. Older librsvg machines have an older one.</summary>
    public static bool HasPango => NativeLibrary.TryLoad(Pango.Library, out var library)
        && NativeLibrary.TryGetExport(library, "pango_context_set_round_glyph_positions", out _)
        && CanLoad(Pango.CairoLibrary);

    public static bool CanLoad(string library) => NativeLibrary.TryLoad(library, out _);

    private static ImagingUnavailableException TooOld(Exception cause) => new(
        $"The drawing libraries are too old; librsvg 2.52 and libturbojpeg 2.0 or newer are needed ({Command}): {cause.Message}",
        $"绘图库版本过旧，需要 librsvg 2.52 与 libturbojpeg 2.0 以上（{Command}）：{cause.Message}",
        cause);
}
