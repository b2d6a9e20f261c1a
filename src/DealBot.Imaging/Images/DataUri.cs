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

    /// <summary>The URI of an image under the type its content shows, or null when <see cref="ImageProbe"/> does not know it.</summary>
    /// <param name="bytes">The whole file.</param>
    public static string? ForImage(ReadOnlySpan<byte> bytes) => ImageProbe.Read(bytes) is { } header ? Encode(bytes, header.MediaType) : null;
}
