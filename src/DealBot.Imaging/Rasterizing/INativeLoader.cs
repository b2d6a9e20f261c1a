namespace DealBot.Imaging.Rasterizing;

/// <summary>How native libraries are found: the seam that lets a test take one away, or make it older.</summary>
internal interface INativeLoader
{
    /// <summary>Whether the library loads.</summary>
    bool Has(string library);

    /// <summary>The address of a function or variable, or 0.</summary>
    nint Find(string library, string symbol);
}
