using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>
/// Rasterizes in-process with librsvg 2.52 or newer, cairo and TurboJPEG (Debian: <c>librsvg2-2</c>, <c>libturbojpeg0</c>).
/// Holds no state: one instance serves the process. Libraries are loaded by the first drawing.
/// </summary>
public sealed class LibrsvgRasterizer : IImageRasterizer
{
    private readonly RasterizerLimits _limits;

    /// <summary>A rasterizer with these limits.</summary>
    /// <param name="limits">What to refuse; <see cref="RasterizerLimits.Default"/> when null.</param>
    public LibrsvgRasterizer(RasterizerLimits? limits = null) => _limits = limits ?? RasterizerLimits.Default;

    /// <summary>
    /// Reports the libraries and fonts of this machine. Never throws for something missing: the status says so. Takes some milliseconds.
    /// </summary>
    public static RasterizerStatus Probe() => RasterizerProbe.Run();

    /// <inheritdoc/>
    public byte[] ToJpeg(string svg, JpegOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        try
        {
            using var surface = Draw(svg, options.Scale, CairoFormat.Rgb24, cancellationToken);
            return JpegEncoder.Encode(surface, options, cancellationToken);
        }
        catch (Exception exception) when (NativeLibraries.IsLoadFailure(exception))
        {
            throw NativeLibraries.Unavailable(exception);
        }
    }

    /// <inheritdoc/>
    public byte[] ToPng(string svg, PngOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        try
        {
            using var surface = Draw(svg, options.Scale, CairoFormat.Argb32, cancellationToken);
            return PngEncoder.Encode(surface);
        }
        catch (Exception exception) when (NativeLibraries.IsLoadFailure(exception))
        {
            throw NativeLibraries.Unavailable(exception);
        }
    }

    private CairoImage Draw(string svg, double scale, CairoFormat format, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var document = SvgDocument.Parse(svg, _limits.MaxSvgBytes);

        cancellationToken.ThrowIfCancellationRequested();
        var size = document.PixelSize(scale, _limits.MaxPixels);
        var image = CairoImage.Create(format, size);
        try
        {
            document.DrawOn(image);
            cancellationToken.ThrowIfCancellationRequested();
            return image;
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }
}
