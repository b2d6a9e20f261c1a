using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

internal static partial class Fontconfig
{
    public const string Library = "libfontconfig.so.1";

    [LibraryImport(Library, EntryPoint = "FcInitLoadConfigAndFonts")]
    public static partial nint InitLoadConfigAndFonts();

    [LibraryImport(Library, EntryPoint = "FcConfigDestroy")]
    public static partial void ConfigDestroy(nint config);

    [LibraryImport(Library, EntryPoint = "FcNameParse", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NameParse(string pattern);

    [LibraryImport(Library, EntryPoint = "FcPatternDestroy")]
    public static partial void PatternDestroy(nint pattern);

    [LibraryImport(Library, EntryPoint = "FcObjectSetCreate")]
    public static partial nint ObjectSetCreate();

    [LibraryImport(Library, EntryPoint = "FcObjectSetAdd", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int ObjectSetAdd(nint objectSet, string property);

    [LibraryImport(Library, EntryPoint = "FcObjectSetDestroy")]
    public static partial void ObjectSetDestroy(nint objectSet);

    [LibraryImport(Library, EntryPoint = "FcFontList")]
    public static partial nint FontList(nint config, nint pattern, nint objectSet);

    [LibraryImport(Library, EntryPoint = "FcFontSetDestroy")]
    public static partial void FontSetDestroy(nint fontSet);

    /// <summary>Returns 0 when found; the text belongs to the pattern.</summary>
    [LibraryImport(Library, EntryPoint = "FcPatternGetString", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int PatternGetString(nint pattern, string property, int index, out nint value);
}
