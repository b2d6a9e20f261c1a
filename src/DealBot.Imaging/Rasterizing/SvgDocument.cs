using System.Text;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>A parsed document. Parsed from memory without a base URI, so librsvg resolves nothing but <c>data:</c> URIs.</summary>
internal sealed class SvgDocument : IDisposable
{
    // SVG user units are CSS pixels.
    private const double Dpi = 96;

    // Beyond this cairo cannot address an image.
    private const double MaxSide = 32_767;

    private readonly SafeRsvgHandle _handle;

    private SvgDocument(SafeRsvgHandle handle) => _handle = handle;

    public static SvgDocument Parse(string svg, int maxBytes)
    {
        var utf8 = Encode(svg, maxBytes);
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

    public PixelSize PixelSize(double scale, long maxPixels)
    {
        var (width, height) = OwnSize();
        var (x, y) = (Math.Round(width * scale), Math.Round(height * scale));
        if (!(x <= MaxSide && y <= MaxSide && x * y <= maxPixels))
            throw new ImagingException(FormattableString.Invariant($"The SVG is too large to draw: {x} x {y} pixels; ")
                + FormattableString.Invariant($"at most {maxPixels} pixels, and {MaxSide} a side. Lower its width and height, or the scale."));

        return new PixelSize(Math.Max(1, (int)x), Math.Max(1, (int)y));
    }

    public void DrawOn(CairoImage image)
    {
        var viewport = new RsvgRectangle(0, 0, image.Size.Width, image.Size.Height);
        using var canvas = RecordingCanvas.Create(image.Size);
        nint error = 0;
        if (Rsvg.RenderDocument(_handle, canvas.Context, viewport, ref error) == 0)
            throw new ImagingException($"The SVG cannot be drawn: {GLib.TakeMessage(error)}");

        Cairo.ThrowIfFailed(Cairo.Status(canvas.Context), "draw");
        canvas.ReplayOn(image);
    }

    public void Dispose() => _handle.Dispose();

    private (double Width, double Height) OwnSize()
    {
        if (Rsvg.GetIntrinsicSizeInPixels(_handle, out var width, out var height) != 0 && width > 0 && height > 0)
            return (width, height);

        Rsvg.GetIntrinsicDimensions(_handle, out _, out _, out _, out _, out var hasViewBox, out var viewBox);
        if (hasViewBox != 0 && viewBox.Width > 0 && viewBox.Height > 0)
            return (viewBox.Width, viewBox.Height);

        throw new ImagingException("The SVG has no size: give its root element a width and height in pixels, or a viewBox.");
    }

    /// <summary>UTF-8 without a byte order mark and without the XML declaration, whose encoding would contradict the bytes.</summary>
    private static byte[] Encode(string svg, int maxBytes)
    {
        var text = svg.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (text.StartsWith("<?xml ", StringComparison.Ordinal) && text.IndexOf("?>", StringComparison.Ordinal) is > 0 and var end)
            text = text[(end + 2)..];

        var length = Encoding.UTF8.GetByteCount(text);
        if (length > maxBytes)
            throw new ImagingException($"The SVG is too long: {length} bytes, at most {maxBytes}. Embed smaller images.");

        var utf8 = new byte[length];
        Encoding.UTF8.GetBytes(text, utf8);
        return utf8;
    }
}
