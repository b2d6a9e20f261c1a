using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>Says what this machine lacks for drawing: a package, or a newer version of one.</summary>
internal static class NativeLibraries
{
    private static readonly string[] Fonts = ["fonts-noto-cjk", "fonts-noto-color-emoji"];

    /// <summary>Debian packages whose libraries can't be loaded.</summary>
    public static string[] MissingPackages(INativeLoader loader) =>
        [.. NativeNeeds.Libraries.Where(need => !loader.Has(need.File)).Select(need => need.Package).Distinct()];

    /// <summary>The first library that loads but lacks a function.</summary>
    public static (NativeNeed Need, string Function)? TooOld(INativeLoader loader)
    {
        foreach (var need in NativeNeeds.Libraries.Where(need => loader.Has(need.File)))
        {
            if (need.Functions.FirstOrDefault(function => loader.Find(need.File, function) == 0) is { } function)
                return (need, function);
        }

        return null;
    }

    /// <summary>Whether text can be measured: Pango 1.44 or newer. Older librsvg machines have an older one.</summary>
    public static bool HasPango(INativeLoader loader) =>
        loader.Has(Pango.Library) && loader.Find(Pango.Library, "pango_context_set_round_glyph_positions") != 0 && loader.Has(Pango.CairoLibrary);

    /// <summary>The first family with simplified Chinese, or null.</summary>
    public static string? ChineseFont(INativeLoader loader) => loader.Has(Fontconfig.Library) ? FontSearch.FirstFamily(":lang=zh-cn") : null;

    /// <summary>What to say where there is no such font: every Chinese character would be an empty box.</summary>
    public static ImagingUnavailableException NoChineseFont() => new(
        InstallAdvice.English(Fonts) + ". Then restart: fonts are looked for at the start.",
        InstallAdvice.Chinese(Fonts) + "。装好后请重启，字体只在启动时查找。");

    /// <summary>What keeps this machine from drawing, fonts aside, or null.</summary>
    public static ImagingUnavailableException? Lacking(INativeLoader loader)
    {
        var missing = MissingPackages(loader);
        if (missing.Length > 0)
        {
            // Whoever lacks librsvg most likely lacks the fonts too, and would find out one poster later.
            string[] packages = missing.Contains(NativeNeeds.RsvgPackage) ? [.. missing, .. Fonts] : missing;
            return new ImagingUnavailableException(InstallAdvice.English(packages), InstallAdvice.Chinese(packages));
        }

        return TooOld(loader) is { } old
            ? new ImagingUnavailableException(InstallAdvice.EnglishTooOld(old.Need, old.Function), InstallAdvice.ChineseTooOld(old.Need, old.Function))
            : null;
    }
}
