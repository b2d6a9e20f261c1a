namespace DealBot.Imaging.Rasterizing;

/// <summary>
/// Draws an SVG document into a bitmap file. Synchronous, because drawing is pure CPU work, and safe to call from any number of threads.
/// </summary>
/// <remarks>
/// The drawing gets nothing from outside: no file, no network. Images come embedded as <c>data:</c> URIs; a reference to anything else
/// draws nothing. The size of the bitmap is the document's own <c>width</c> × <c>height</c>, or that of its <c>viewBox</c> when these are
/// absent or relative, times the scale of the options.
/// <para>
/// Text: name the text font alone (<c>font-family="Noto Sans CJK SC"</c>); emoji come from the emoji font by themselves, while a family
/// list that names the emoji font takes the digits from it too. Emoji lose their colour in text that has a stroke, or lies in a group with
/// opacity, a filter or a mask.
/// </para>
/// </remarks>
public interface IImageRasterizer
{
    /// <summary>Draws <paramref name="svg"/> on opaque white and encodes it as a baseline JPEG.</summary>
    /// <param name="svg">The document. Its own encoding declaration, if any, is disregarded.</param>
    /// <param name="options">Scale, quality and the largest file allowed.</param>
    /// <param name="cancellationToken">Looked at between parsing, drawing and each attempt to encode; one step is never
    /// interrupted.</param>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="ImagingException">The document is malformed, has no size, is over a limit, or does not fit in the bytes
    /// allowed.</exception>
    /// <exception cref="ImagingUnavailableException">A native library or a Chinese font is missing; the message names the package to install.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two steps.</exception>
    byte[] ToJpeg(string svg, JpegOptions options, CancellationToken cancellationToken = default);

    /// <summary>
    /// Draws <paramref name="svg"/> on a transparent ground and encodes it as PNG with alpha. Costs several times more than JPEG.
    /// </summary>
    /// <param name="svg">The document. Its own encoding declaration, if any, is disregarded.</param>
    /// <param name="options">The scale.</param>
    /// <param name="cancellationToken">Looked at between parsing, drawing and encoding; one step is never interrupted.</param>
    /// <returns>The bytes of the file.</returns>
    /// <exception cref="ImagingException">The document is malformed, has no size, or is over a limit.</exception>
    /// <exception cref="ImagingUnavailableException">A native library or a Chinese font is missing; the message names the package to install.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two steps.</exception>
    byte[] ToPng(string svg, PngOptions options, CancellationToken cancellationToken = default);
}
