using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing.Native;

internal static partial class GLib
{
    public const string Library = "libglib-2.0.so.0";
    public const string IoLibrary = "libgio-2.0.so.0";
    public const string ObjectLibrary = "libgobject-2.0.so.0";

    /// <summary>The message of a <c>GError</c>, which is freed.</summary>
    public static string TakeMessage(nint error)
    {
        if (error == 0)
            return "no reason given";

        var message = Marshal.PtrToStructure<GError>(error).Message;
        var text = Marshal.PtrToStringUTF8(message)?.Trim() ?? "no reason given";
        ErrorFree(error);
        return text;
    }

    [LibraryImport(ObjectLibrary, EntryPoint = "g_object_unref")]
    public static partial void ObjectUnref(nint instance);

    [LibraryImport(IoLibrary, EntryPoint = "g_cancellable_new")]
    public static partial SafeCancellable CancellableNew();

    /// <summary>May be called from any thread.</summary>
    [LibraryImport(IoLibrary, EntryPoint = "g_cancellable_cancel")]
    public static partial void CancellableCancel(SafeCancellable cancellable);

    [LibraryImport(Library, EntryPoint = "g_error_free")]
    private static partial void ErrorFree(nint error);
}
