namespace DealBot.Imaging.Rasterizing;

/// <summary>What a rasterizer refuses to draw, so that one bad template cannot take the memory of the process.</summary>
public sealed record RasterizerLimits
{
    /// <summary>The defaults: 16 million pixels, 12 MB of SVG.</summary>
    public static RasterizerLimits Default { get; } = new();

    /// <summary>
    /// Most pixels (width × height after scaling) of a bitmap, at least 1; a pixel takes 8 bytes while drawing. Default 16 000 000.
    /// </summary>
    public long MaxPixels { get; init; } = 16_000_000;

    /// <summary>
    /// Most bytes of a document as UTF-8, embedded images included, at least 1. Default 12 582 912 (12 MB).
    /// The XML parser refuses any single attribute above 10 000 000 bytes, whatever is set here.
    /// </summary>
    public int MaxSvgBytes { get; init; } = 12 * 1024 * 1024;
}
