using System.Globalization;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Images;

/// <summary>
/// Makes a picture from outside ready for posters: judged by its header, decoded once, reduced to the size that a poster shows, and written
/// as a new JPEG on white. What gets into posters is then small, quick to draw, and known to decode.
/// </summary>
/// <param name="rasterizer">Decodes and encodes.</param>
/// <param name="limits">What to refuse; <see cref="PictureLimits.Default"/> when null.</param>
public sealed class PicturePreparation(IImageRasterizer rasterizer, PictureLimits? limits = null)
{
    // A poster is 750 wide, most frames 642. Every pixel more is decoded again for every poster.
    private const double LongestSide = 720;

    // Photos of this size take 50 to 150 KB. Nine pictures of noise must still fit in one poster.
    private static readonly JpegOptions Encoding = new() { Quality = 90, Chroma = ChromaSubsampling.Full, MaxBytes = 500_000 };

    private readonly PictureLimits _limits = limits ?? PictureLimits.Default;

    /// <summary>Prepares a picture. Takes some 10 ms for a picture of 800 pixels a side.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="cancellationToken">Looked at between decoding and encoding.</param>
    /// <exception cref="ImagingUnavailableException">A native library is missing.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public PreparedPicture Prepare(byte[] file, CancellationToken cancellationToken = default)
    {
        if (_limits.Refuse(file) is { } refusal)
            return new PreparedPicture(null, refusal);

        var header = ImageProbe.Read(file)!.Value;
        try
        {
            var ground = Document(header, "");
            var picture = Document(header, $"""<image width="100%" height="100%" preserveAspectRatio="none" href="{DataUri.Encode(file, header.MediaType)}"/>""");
            var jpeg = rasterizer.ToJpeg(picture, Encoding, cancellationToken);

            // A picture that cannot be decoded draws nothing, and nothing says so but the empty ground.
            return jpeg.AsSpan().SequenceEqual(rasterizer.ToJpeg(ground, Encoding, cancellationToken))
                ? new PreparedPicture(null, Undrawable(header.Format))
                : new PreparedPicture(jpeg, null);
        }
        catch (ImagingException exception) when (exception is not ImagingUnavailableException)
        {
            return new PreparedPicture(null, exception.Message);
        }
    }

    private static string Document(ImageHeader header, string content)
    {
        var scale = Math.Min(1, LongestSide / Math.Max(header.Width, header.Height));
        var (width, height) = (Side(header.Width * scale), Side(header.Height * scale));
        return $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">{content}</svg>""";
    }

    private static string Side(double length) => Math.Max(1, Math.Round(length)).ToString(CultureInfo.InvariantCulture);

    private static string Undrawable(ImageFormat format) => format == ImageFormat.WebP
        ? "WebP, which needs the package webp-pixbuf-loader or librsvg 2.58"
        : $"a {format} that is damaged or empty";
}
