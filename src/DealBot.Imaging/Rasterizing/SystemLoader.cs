using System.Runtime.InteropServices;

namespace DealBot.Imaging.Rasterizing;

/// <summary>The libraries of this machine. Loads a library once more for every question, which only counts references.</summary>
internal sealed class SystemLoader : INativeLoader
{
    public bool Has(string library) => NativeLibrary.TryLoad(library, out _);

    public nint Find(string library, string symbol) =>
        NativeLibrary.TryLoad(library, out var loaded) && NativeLibrary.TryGetExport(loaded, symbol, out var address) ? address : 0;
}
