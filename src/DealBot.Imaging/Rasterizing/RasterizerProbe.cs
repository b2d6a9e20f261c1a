using System.Runtime.InteropServices;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

internal static class RasterizerProbe
{
    public static RasterizerStatus Run(INativeLoader loader)
    {
        var missing = NativeLibraries.MissingPackages(loader);
        var old = NativeLibraries.TooOld(loader);
        return new RasterizerStatus(
            missing.Contains(NativeNeeds.RsvgPackage) ? null : RsvgVersion(loader),
            loader.Has(Cairo.Library) ? Marshal.PtrToStringUTF8(Cairo.VersionString()) : null,
            loader.Has(TurboJpeg.Library),
            NativeLibraries.ChineseFont(loader),
            loader.Has(Fontconfig.Library) ? FontSearch.FirstFamily(":lang=und-zsye:color=true") : null)
        {
            TooOld = old is { } need ? InstallAdvice.EnglishTooOld(need.Need, need.Function) : null,
            TooOldZh = old is { } needZh ? InstallAdvice.ChineseTooOld(needZh.Need, needZh.Function) : null,
            PangoVersion = NativeLibraries.HasPango(loader) ? Marshal.PtrToStringUTF8(Pango.VersionString()) : null,
            PictureFormats = missing.Length == 0 && old is null ? PictureSupport.Find() : [],
        };
    }

    /// <summary>librsvg publishes its version as three data symbols, which a function import cannot reach.</summary>
    private static string RsvgVersion(INativeLoader loader)
    {
        int[] parts = [Number("rsvg_major_version"), Number("rsvg_minor_version"), Number("rsvg_micro_version")];
        return string.Join('.', parts);

        int Number(string symbol) => loader.Find(Rsvg.Library, symbol) is not 0 and var address ? Marshal.ReadInt32(address) : 0;
    }
}
