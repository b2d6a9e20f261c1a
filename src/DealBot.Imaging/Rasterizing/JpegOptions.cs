namespace DealBot.Imaging.Rasterizing;

/// <summary>How <see cref="IImageRasterizer.ToJpeg"/> draws and compresses.</summary>
public sealed record JpegOptions
{
    /// <summary>The defaults: full size, quality 88 stepping down to 40, 4:2:0, at most 2 MB, which every chat platform takes.</summary>
    public static JpegOptions Default { get; } = new();

    /// <summary>Pixels per SVG user unit. Above 0, at most 8. Default 1.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>JPEG quality of the first attempt, 1 to 100. Default 88.</summary>
    public int Quality { get; init; } = 88;

    /// <summary>
    /// The lowest quality tried before giving up, 1 to <see cref="Quality"/>. Default 40: below it small QR codes stop scanning.
    /// </summary>
    public int MinQuality { get; init; } = 40;

    /// <summary>
    /// Largest file in bytes, at least 1. Quality is lowered in steps of 8 until the file fits. Default 2 097 152 (2 MB).
    /// </summary>
    public int MaxBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>Resolution of the colour channels. Default <see cref="ChromaSubsampling.Quarter"/>.</summary>
    public ChromaSubsampling Chroma { get; init; } = ChromaSubsampling.Quarter;

    internal void Validate()
    {
        RasterScale.Validate(Scale);
        ArgumentOutOfRangeException.ThrowIfLessThan(Quality, 1, nameof(Quality));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Quality, 100, nameof(Quality));
        ArgumentOutOfRangeException.ThrowIfLessThan(MinQuality, 1, nameof(MinQuality));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 1, nameof(MaxBytes));
    }
}
