namespace DealBot.Imaging.Images;

/// <summary>The image formats told apart by content.</summary>
public enum ImageFormat
{
    /// <summary>PNG.</summary>
    Png,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>
    /// WebP, lossy or lossless. librsvg draws it only where gdk-pixbuf has a WebP loader (Debian <c>webp-pixbuf-loader</c>).
    /// </summary>
    WebP,

    /// <summary>GIF.</summary>
    Gif,
}
