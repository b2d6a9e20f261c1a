using System.Runtime.InteropServices;
using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>
/// Finds out which picture formats can be drawn, by drawing one of each. There is no other way to ask: which decoder librsvg uses, its own
/// or gdk-pixbuf's plug-ins, depends on its version and on what is installed.
/// </summary>
internal static class PictureSupport
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private const string WebP = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=";
    private const string Gif = "R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==";

    public static IReadOnlyList<ImageFormat> Find() => [.. OnePixel().Where(picture => IsDrawn(picture)).Select(picture => ImageProbe.Read(picture)!.Value.Format)];

    /// <summary>A picture of one pixel in each format. The JPEG is made here, as its tables would fill a page.</summary>
    private static IEnumerable<byte[]> OnePixel()
    {
        using var white = CairoImage.Create(CairoFormat.Rgb24, new PixelSize(1, 1));
        white.Flush();
        return [Convert.FromBase64String(Png), JpegEncoder.Encode(white, JpegOptions.Default, CancellationToken.None), Convert.FromBase64String(WebP), Convert.FromBase64String(Gif)];
    }

    private static bool IsDrawn(byte[] picture)
    {
        var uri = DataUri.ForImage(picture)!;
        var svg = $"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="8" height="8"><image width="8" height="8" xlink:href="{uri}"/></svg>""";
        using var document = SvgDocument.Parse(svg, svg.Length);
        using var image = CairoImage.Create(CairoFormat.Argb32, new PixelSize(8, 8));
        document.DrawOn(image, CancellationToken.None);
        var pixels = new byte[8 * 8 * 4];
        Marshal.Copy(Cairo.ImageSurfaceGetData(image.Surface), pixels, 0, pixels.Length);
        return pixels.AsSpan().ContainsAnyExcept((byte)0);
    }
}
