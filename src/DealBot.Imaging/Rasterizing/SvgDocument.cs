using System.Text;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>A parsed document. Parsed from memory without a base URI, so librsvg resolves nothing but <c>data:</c> URIs.</summary>
internal sealed class SvgDocument : IDisposable
{
    // SVG user units are CSS pixels.
    private const double Dpi = 96;

    private const double BytesPerPixel = 4;

    // Beyond this cairo cannot address an image.
    private const double MaxSide = 32_767;

    private readonly SafeRsvgHandle _handle;

    private SvgDocument(SafeRsvgHandle handle) => _handle = handle;

    public static SvgDocument Parse(string svg, int maxBytes)
    {
        var utf8 = Encoding.UTF8.GetBytes(SvgSource.Trim(svg, maxBytes));
        nint error = 0;
        var handle = Rsvg.NewFromData(utf8, (nuint)utf8.Length, ref error);
        if (handle.IsInvalid)
        {
            handle.Dispose();
            throw new ImagingException($"The SVG cannot be read: {GLib.TakeMessage(error)}");
        }

        Rsvg.SetDpi(handle, Dpi);
        return new SvgDocument(handle);
    }

    /// <param name="scale">Pixels a unit.</param>
    /// <param name="layers">Bitmaps that the drawing takes beside its own.</param>
    /// <param name="limits">What is allowed.</param>
    public PixelSize PixelSize(double scale, long layers, RasterizerLimits limits)
    {
        var (width, height) = OwnSize();
        var (x, y) = (Math.Round(width * scale), Math.Round(height * scale));
        if (!(x <= MaxSide && y <= MaxSide && x * y <= limits.MaxPixels))
            throw new ImagingException(FormattableString.Invariant($"The SVG is too large to draw: {x} x {y} pixels; ")
                + FormattableString.Invariant($"at most {limits.MaxPixels} pixels, and {MaxSide} a side. Lower its width and height, or the scale."));
        if (x * y * BytesPerPixel * layers > limits.MaxLayerBytes)
            throw new ImagingException(FormattableString.Invariant($"The SVG takes too much memory to draw: {layers} elements with opacity, mask or filter ")
                + FormattableString.Invariant($"at {x} x {y} pixels. Use fewer of them, or a smaller drawing."));

        return new PixelSize(Math.Max(1, (int)x), Math.Max(1, (int)y));
    }

    /// <summary>Records, then replays. A cancelled token stops the recording where librsvg is 2.59 or newer, else it ends between the
    /// two.</summary>
    public void DrawOn(CairoImage image, CancellationToken cancellationToken)
    {
        var viewport = new RsvgRectangle(0, 0, image.Size.Width, image.Size.Height);
        using var canvas = RecordingCanvas.Create(image.Size);
        using var interruption = Interruption.Of(_handle, cancellationToken);
        nint error = 0;
        if (Rsvg.RenderDocument(_handle, canvas.Context, viewport, ref error) == 0)
        {
            var message = GLib.TakeMessage(error);
            cancellationToken.ThrowIfCancellationRequested();
            throw new ImagingException($"The SVG cannot be drawn: {message}");
        }

        cancellationToken.ThrowIfCancellationRequested();
        Cairo.ThrowIfFailed(Cairo.Status(canvas.Context), "draw");
        canvas.ReplayOn(image);
    }

    public void Dispose() => _handle.Dispose();

    /// <summary>librsvg 2.52 has a function for it; computed here, it works for 2.46 too.</summary>
    private (double Width, double Height) OwnSize()
    {
        Rsvg.GetIntrinsicDimensions(_handle, out var hasWidth, out var w, out var hasHeight, out var h, out var hasViewBox, out var viewBox);
        if (hasWidth != 0 && hasHeight != 0 && w.InPixels(Dpi) is > 0 and var width && h.InPixels(Dpi) is > 0 and var height)
            return (width, height);
        if (hasViewBox != 0 && viewBox.Width > 0 && viewBox.Height > 0)
            return (viewBox.Width, viewBox.Height);

        throw new ImagingException("The SVG has no size: give its root element a width and height in pixels, or a viewBox.");
    }
}
