namespace DealBot.Imaging.Images;

/// <summary>What the first bytes of an image say.</summary>
/// <param name="Format">Type by content, whatever its name or media type claimed.</param>
/// <param name="Width">Width in pixels as stored, above 0; an EXIF rotation is not applied.</param>
/// <param name="Height">Height in pixels as stored, above 0.</param>
public readonly record struct ImageHeader(ImageFormat Format, int Width, int Height)
{
    /// <summary>The media type, such as <c>image/png</c>.</summary>
    public string MediaType => Format switch
    {
        ImageFormat.Png => "image/png",
        ImageFormat.Jpeg => "image/jpeg",
        ImageFormat.WebP => "image/webp",
        _ => "image/gif",
    };
}
