using System.Runtime.InteropServices;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>
/// Asks fontconfig which installed fonts satisfy a pattern. A listing, not a match: a match always answers with some font, even one without
/// the characters.
/// </summary>
internal static class FontSearch
{
    private const string FamilyProperty = "family";

    /// <summary>The alphabetically first family that satisfies <paramref name="pattern"/> (fontconfig syntax), or null.</summary>
    public static string? FirstFamily(string pattern)
    {
        var (config, wanted, properties, found) = (nint.Zero, nint.Zero, nint.Zero, nint.Zero);
        try
        {
            config = Fontconfig.InitLoadConfigAndFonts();
            wanted = Fontconfig.NameParse(pattern);
            properties = Fontconfig.ObjectSetCreate();
            if (config == 0 || wanted == 0 || properties == 0)
                return null;

            Fontconfig.ObjectSetAdd(properties, FamilyProperty);
            found = Fontconfig.FontList(config, wanted, properties);
            return found == 0 ? null : Families(found).Order(StringComparer.Ordinal).FirstOrDefault();
        }
        finally
        {
            Release(found, Fontconfig.FontSetDestroy);
            Release(properties, Fontconfig.ObjectSetDestroy);
            Release(wanted, Fontconfig.PatternDestroy);
            Release(config, Fontconfig.ConfigDestroy);
        }
    }

    private static List<string> Families(nint fontSet)
    {
        var fonts = Marshal.PtrToStructure<FcFontSet>(fontSet);
        var families = new List<string>();
        for (var i = 0; i < fonts.Count; i++)
        {
            var font = Marshal.ReadIntPtr(fonts.Fonts, i * nint.Size);
            if (Fontconfig.PatternGetString(font, FamilyProperty, 0, out var family) == 0 && Marshal.PtrToStringUTF8(family) is { } name)
                families.Add(name);
        }

        return families;
    }

    private static void Release(nint pointer, Action<nint> destroy)
    {
        if (pointer != 0)
            destroy(pointer);
    }
}
