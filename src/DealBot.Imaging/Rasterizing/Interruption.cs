using System.Runtime.InteropServices;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>Lets a token interrupt a drawing. Only librsvg 2.59 and newer can be interrupted; with older ones it does nothing.</summary>
internal sealed unsafe class Interruption : IDisposable
{
    private static readonly delegate* unmanaged[Cdecl]<nint, nint, void> SetCancellable = Find();

    private readonly SafeCancellable _cancellable;
    private readonly CancellationTokenRegistration _registration;

    private Interruption(SafeRsvgHandle document, CancellationToken cancellationToken)
    {
        _cancellable = GLib.CancellableNew();
        // The document takes a reference of its own.
        SetCancellable(document.DangerousGetHandle(), _cancellable.DangerousGetHandle());
        _registration = cancellationToken.Register(() => GLib.CancellableCancel(_cancellable));
    }

    public static Interruption? Of(SafeRsvgHandle document, CancellationToken cancellationToken) =>
        SetCancellable is not null && cancellationToken.CanBeCanceled ? new Interruption(document, cancellationToken) : null;

    public void Dispose()
    {
        _registration.Dispose();
        _cancellable.Dispose();
    }

    private static delegate* unmanaged[Cdecl]<nint, nint, void> Find() =>
        NativeLibrary.TryLoad(Rsvg.Library, out var library) && NativeLibrary.TryGetExport(library, "rsvg_handle_set_cancellable_for_rendering", out var function)
            ? (delegate* unmanaged[Cdecl]<nint, nint, void>)function
            : null;
}
