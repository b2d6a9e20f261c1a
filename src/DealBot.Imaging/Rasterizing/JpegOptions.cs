namespace DealBot.Imaging.Rasterizing;

/// <summary>How <see cref="IImageRasterizer.ToJpeg"/> draws and compresses.</summary>
public sealed record JpegOptions
{
    /// <summary>The defaults: full size, quality 88 going down to 40, clean red text while under 250 KB, at most 2 MB, which every
    /// chat platform takes.</summary>
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
    /// Largest file in bytes, at least 1. A larger one is made again at the quality that should fit. Default 2 097 152 (2 MB).
    /// </summary>
    public int MaxBytes { get; init; } = 2 * 1024 * 1024;

    /// <summary>
    /// Bytes up to which colour is kept at full resolution by <see cref="ChromaSubsampling.Automatic"/>, at least 1. Default 250 000, which
    /// a phone loads at once.
    /// </summary>
    public int PreferredBytes { get; init; } = 250_000;

    /// <summary>Resolution of the colour channels. Default <see cref="ChromaSubsampling.Automatic"/>.</summary>
    public ChromaSubsampling Chroma { get; init; } = ChromaSubsampling.Automatic;

    internal void Validate()
    {
        RasterScale.Validate(Scale);
        ArgumentOutOfRangeException.ThrowIfLessThan(Quality, 1, nameof(Quality));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Quality, 100, nameof(Quality));
        ArgumentOutOfRangeException.ThrowIfLessThan(MinQuality, 1, nameof(MinQuality));
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxBytes, 1, nameof(MaxBytes));
        ArgumentOutOfRangeException.ThrowIfLessThan(PreferredBytes, 1, nameof(PreferredBytes));
    }
}
