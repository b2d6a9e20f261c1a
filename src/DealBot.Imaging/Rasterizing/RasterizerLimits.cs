namespace DealBot.Imaging.Rasterizing;

/// <summary>What a rasterizer refuses to draw, so that one bad template cannot take the memory of the process.</summary>
public sealed record RasterizerLimits
{
    /// <summary>The defaults: 16 million pixels, 12 MB of SVG, 20 seconds.</summary>
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

    /// <summary>Most drawings at a time, at least 1. Default: as many as the machine has processors.</summary>
    public int MaxThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// Longest that a caller waits for a drawing, queueing included. A drawing that takes longer is given up, though its thread stays taken
    /// until it ends (librsvg before 2.59 can't be interrupted). Default 20 s: a poster takes 20 ms.
    /// </summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Most pixels of all embedded pictures together, 4 to 10 bytes each while drawing. Default 64 000 000.</summary>
    public long MaxPicturePixels { get; init; } = 64_000_000;

    /// <summary>
    /// Most memory for elements that are drawn apart first (opacity, masks, filters): 4 bytes a pixel of the drawing for each. Default
    /// 1 000 000 000, at which a poster may have 250 of them.
    /// </summary>
    public long MaxLayerBytes { get; init; } = 1_000_000_000;
}
