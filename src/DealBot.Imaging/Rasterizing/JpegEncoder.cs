using System.Runtime.InteropServices;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>Compresses cairo's pixels where they lie, with no copy.</summary>
internal static class JpegEncoder
{
    private const int QualityStep = 8;

    public static byte[] Encode(CairoImage image, JpegOptions options, CancellationToken cancellationToken)
    {
        using var compressor = TurboJpeg.InitCompress();
        if (compressor.IsInvalid)
            throw new ImagingException("TurboJPEG cannot start: out of memory.");

        var quality = options.Quality;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Compress(compressor, image, options, quality, out var length) is { } file)
                return file;
            if (quality <= options.MinQuality)
                throw new ImagingException(
                    $"The JPEG takes {length} bytes even at quality {quality}; at most {options.MaxBytes} are allowed. "
                    + "Lower the scale or the size of the drawing.");

            quality = Math.Max(options.MinQuality, quality - QualityStep);
        }
    }

    /// <summary>The file, or null when it passes <see cref="JpegOptions.MaxBytes"/>.</summary>
    private static byte[]? Compress(SafeTurboJpegHandle compressor, CairoImage image, JpegOptions options, int quality, out int length)
    {
        // TurboJPEG allocates the buffer and grows it.
        nint buffer = 0;
        try
        {
            var size = default(CULong);
            var failed = TurboJpeg.Compress2(
                compressor,
                Cairo.ImageSurfaceGetData(image.Surface),
                image.Size.Width,
                Cairo.ImageSurfaceGetStride(image.Surface),
                image.Size.Height,
                TurboJpeg.PixelsBgrx,
                ref buffer,
                ref size,
                options.Chroma == ChromaSubsampling.Full ? TurboJpeg.Samples444 : TurboJpeg.Samples420,
                quality,
                TurboJpeg.AccurateDct);
            if (failed != 0)
                throw new ImagingException($"The JPEG cannot be written: {Marshal.PtrToStringUTF8(TurboJpeg.GetErrorText(compressor))}");

            length = checked((int)size.Value);
            return length <= options.MaxBytes ? Copy(buffer, length) : null;
        }
        finally
        {
            TurboJpeg.Free(buffer);
        }
    }

    private static byte[] Copy(nint buffer, int length)
    {
        var file = new byte[length];
        Marshal.Copy(buffer, file, 0, length);
        return file;
    }
}
