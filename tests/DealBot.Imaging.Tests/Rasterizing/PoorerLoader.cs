using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Tests.Rasterizing;

/// <summary>This machine without some libraries or functions.</summary>
internal sealed class PoorerLoader : INativeLoader
{
    private readonly SystemLoader _system = new();

    public string[] Hidden { get; set; } = [];

    public bool Has(string library) => !Hidden.Contains(library) && _system.Has(library);

    public nint Find(string library, string symbol) => Hidden.Contains(library) || Hidden.Contains(symbol) ? 0 : _system.Find(library, symbol);
}
