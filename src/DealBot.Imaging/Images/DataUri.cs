namespace DealBot.Imaging.Images;

/// <summary>Writes bytes as a <c>data:</c> URI, the only way an image gets into a drawing.</summary>
public static class DataUri
{
    /// <summary>Most characters of an image to be embedded: XML parsers refuse an attribute of more than 10 000 000.</summary>
    public const int MaxCharacters = 9_900_000;

    /// <summary>Most bytes of an image to be embedded.</summary>
    public const int MaxBytes = MaxCharacters / 4 * 3;

    // A multiple of four, so that what is cut off the base 64 is whole.
    private const int HeadCharacters = 88 * 1024;

    /// <summary>The bytes in base 64 under a media type.</summary>
    /// <param name="bytes">The content.</param>
    /// <param name="mediaType">Such as <c>image/png</c>; taken as it is.</param>
    public static string Encode(ReadOnlySpan<byte> bytes, string mediaType)
    {
        ArgumentException.ThrowIfNullOrEmpty(mediaType);
        return $"data:{mediaType};base64,{Convert.ToBase64String(bytes)}";
    }

    /// <summary>
    /// The URI of an image under the type its content shows; null when <see cref="ImageProbe"/> does not know it or it has too many pixels.
    /// </summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="maxPixels">Most pixels: a small file can unpack to any size, 4 bytes a pixel. Default 25 000 000, a phone's
    /// photo.</param>
    public static string? ForImage(ReadOnlySpan<byte> bytes, long maxPixels = 25_000_000) =>
        ImageProbe.Read(bytes) is { } header && (long)header.Width * header.Height <= maxPixels ? Encode(bytes, header.MediaType) : null;

    /// <summary>
    /// The header of the image in a <c>data:</c> URI; null unless it is base 64 throughout, of one of the media types of <see
    /// cref="ImageFormat"/>, short enough to be embedded (<see cref="MaxCharacters"/>), and an image of that type by content.
    /// </summary>
    /// <param name="uri">Any text.</param>
    public static ImageHeader? HeaderOf(string? uri)
    {
        if (uri is null || uri.Length > MaxCharacters + 40 || !uri.StartsWith("data:image/", StringComparison.Ordinal))
            return null;

        var comma = uri.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !uri.AsSpan(0, comma).EndsWith(";base64") || !System.Buffers.Text.Base64.IsValid(uri.AsSpan(comma + 1)))
            return null;

        // Nearly every JPEG tells its size within its first 64 KB.
        var head = uri.AsSpan(comma + 1, Math.Min(uri.Length - comma - 1, HeadCharacters));
        var bytes = new byte[HeadCharacters];
        return Convert.TryFromBase64Chars(head, bytes, out var length) && ImageProbe.Read(bytes.AsSpan(0, length)) is { } header
            && uri.AsSpan(0, comma).SequenceEqual($"data:{header.MediaType};base64")
            ? header
            : null;
    }
}
