namespace DealBot.Imaging.Images;

/// <summary>What a picture from outside may be. A small file can unpack to any size, so the header is judged before anything is decoded.</summary>
public sealed record PictureLimits
{
    private static ReadOnlySpan<byte> StartOfScan => [0xFF, 0xDA];

    /// <summary>The defaults.</summary>
    public static PictureLimits Default { get; } = new();

    /// <summary>Most pixels, width times height; one takes 4 bytes while it is drawn. Default 25 000 000, a phone's photo.</summary>
    public long MaxPixels { get; init; } = 25_000_000;

    /// <summary>
    /// Most times that one side may be as long as the other. Cropped to a frame, a longer strip shows nothing of the product. Default 10.
    /// </summary>
    public int MaxRatio { get; init; } = 10;

    /// <summary>
    /// Most scans of a progressive JPEG: each goes over the whole picture, and a few bytes make one. Cameras and shops use up to 12.
    /// Default 50.
    /// </summary>
    public int MaxScans { get; init; } = 50;

    /// <summary>Why a picture of this header is refused, as one clause in English; null if it is not.</summary>
    /// <param name="header">The header.</param>
    public string? Refuse(ImageHeader header)
    {
        var (width, height) = ((long)header.Width, (long)header.Height);
        if (width * height > MaxPixels)
            return $"{width} x {height} pixels, more than {MaxPixels}";

        return Math.Max(width, height) > MaxRatio * Math.Min(width, height)
            ? $"{width} x {height} pixels, one side more than {MaxRatio} times the other"
            : null;
    }

    /// <summary>Why a file is refused, as one clause in English; null if it may be decoded.</summary>
    /// <param name="file">The whole file.</param>
    public string? Refuse(ReadOnlySpan<byte> file)
    {
        if (file.Length > DataUri.MaxBytes)
            return $"{file.Length} bytes, more than the {DataUri.MaxBytes} that can be embedded";
        if (ImageProbe.Read(file) is not { } header)
            return "neither PNG, JPEG, GIF nor WebP by its content";

        return header.Format == ImageFormat.Jpeg && file.Count(StartOfScan) > MaxScans
            ? $"a progressive JPEG of more than {MaxScans} scans"
            : Refuse(header);
    }
}
