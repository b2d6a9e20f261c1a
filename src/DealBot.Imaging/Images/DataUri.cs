namespace DealBot.Imaging.Images;

/// <summary>Writes bytes as a <c>data:</c> URI, the only way an image gets into a drawing.</summary>
public static class DataUri
{
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
}
