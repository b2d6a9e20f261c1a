using DealBot.Imaging.Rasterizing.Native;
using DealBot.Imaging.Rasterizing.Screening;
using DealBot.Imaging.Rasterizing.Threads;

namespace DealBot.Imaging.Rasterizing;

/// <summary>
/// Rasterizes in-process with librsvg 2.46 or newer, cairo and TurboJPEG (Debian: <c>librsvg2-2</c>, <c>libturbojpeg0</c>).
/// One instance serves the process: it draws on threads of its own, as many as <see cref="RasterizerLimits.MaxThreads"/>, which start with
/// the first drawing and end when idle.
/// </summary>
public sealed class LibrsvgRasterizer : IImageRasterizer
{
    private static readonly TimeSpan IdleThread = TimeSpan.FromSeconds(30);

    private readonly RasterizerLimits _limits;
    private readonly INativeLoader _loader;
    private readonly DrawingThreads _threads;
    private readonly Lazy<bool> _hasChinese;
    private volatile bool _complete;

    /// <summary>A rasterizer with these limits.</summary>
    /// <param name="limits">What to refuse; <see cref="RasterizerLimits.Default"/> when null.</param>
    public LibrsvgRasterizer(RasterizerLimits? limits = null)
        : this(limits ?? RasterizerLimits.Default, new SystemLoader())
    {
    }

    internal LibrsvgRasterizer(RasterizerLimits limits, INativeLoader loader)
    {
        (_limits, _loader, _threads) = (limits, loader, new DrawingThreads(limits.MaxThreads, IdleThread));

        // Once: Pango keeps to the fonts it found first, whatever is installed later.
        _hasChinese = new Lazy<bool>(() => NativeLibraries.ChineseFont(loader) is not null);
    }

    /// <summary>
    /// Reports the libraries and fonts of this machine. Never throws for something missing: the status says so. Takes some milliseconds.
    /// </summary>
    public static RasterizerStatus Probe() => RasterizerProbe.Run(new SystemLoader());

    /// <inheritdoc/>
    public byte[] ToJpeg(string svg, JpegOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return Draw(svg, options.Scale, CairoFormat.Rgb24, (image, token) => JpegEncoder.Encode(image, options, token), cancellationToken);
    }

    /// <inheritdoc/>
    public byte[] ToPng(string svg, PngOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(svg);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return Draw(svg, options.Scale, CairoFormat.Argb32, (image, _) => PngEncoder.Encode(image), cancellationToken);
    }

    private byte[] Draw(string svg, double scale, CairoFormat format, Func<CairoImage, CancellationToken, byte[]> encode, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfLacking();
        var layers = SvgScreen.Check(svg, _limits);
        return _threads.Run(token => Draw(svg, scale, layers, format, encode, token), _limits.MaxTime, cancellationToken)
            ?? throw new ImagingTimeoutException(FormattableString.Invariant(
                $"The SVG takes longer than {_limits.MaxTime.TotalSeconds} s to draw, or others before it do. Simplify it: fewer filters, masks and points in paths."));
    }

    /// <summary>Libraries are asked for until the answer is yes, so that their installation needs no restart.</summary>
    private void ThrowIfLacking()
    {
        if (_complete)
            return;
        if (NativeLibraries.Lacking(_loader) is { } lacking)
            throw lacking;
        if (!_hasChinese.Value)
            throw NativeLibraries.NoChineseFont();

        _complete = true;
    }

    private byte[] Draw(
        string svg, double scale, long layers, CairoFormat format, Func<CairoImage, CancellationToken, byte[]> encode, CancellationToken cancellationToken)
    {
        using var document = SvgDocument.Parse(svg, _limits.MaxSvgBytes);
        cancellationToken.ThrowIfCancellationRequested();
        using var image = CairoImage.Create(format, document.PixelSize(scale, layers, _limits));
        document.DrawOn(image, cancellationToken);
        return encode(image, cancellationToken);
    }
}
