using System.Runtime.InteropServices;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>Compresses cairo's pixels where they lie, with no copy. A poster takes one attempt, a large one two or three.</summary>
internal static class JpegEncoder
{
    public static byte[] Encode(CairoImage image, JpegOptions options, CancellationToken cancellationToken)
    {
        using var compressor = TurboJpeg.InitCompress();
        if (compressor.IsInvalid)
            throw new ImagingException("TurboJPEG cannot start: out of memory.");

        var length = 0;
        foreach (var (chroma, quality, most) in Attempts(options, () => length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Compress(compressor, image, chroma, quality, most, out length) is { } file)
                return file;
        }

        throw new ImagingException(
            $"The JPEG takes {length} bytes even at quality {options.MinQuality}; at most {options.MaxBytes} are allowed. "
            + "Lower the scale or the size of the drawing.");
    }

    /// <summary>What to try and how many bytes it may take. Each attempt may look at the size of the one before.</summary>
    private static IEnumerable<(ChromaSubsampling Chroma, int Quality, int MostBytes)> Attempts(JpegOptions options, Func<int> lastSize)
    {
        var chroma = options.Chroma;
        if (chroma == ChromaSubsampling.Automatic)
        {
            yield return (ChromaSubsampling.Full, options.Quality, Math.Min(options.PreferredBytes, options.MaxBytes));
            chroma = ChromaSubsampling.Quarter;
        }

        yield return (chroma, options.Quality, options.MaxBytes);
        var quality = JpegSize.QualityFor(options.MaxBytes, lastSize(), options.Quality);
        if (quality > options.MinQuality)
            yield return (chroma, quality, options.MaxBytes);
        if (options.MinQuality < options.Quality)
            yield return (chroma, options.MinQuality, options.MaxBytes);
    }

    /// <summary>The file, or null when it passes <paramref name="most"/> bytes.</summary>
    private static byte[]? Compress(
        SafeTurboJpegHandle compressor, CairoImage image, ChromaSubsampling chroma, int quality, int most, out int length)
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
                chroma == ChromaSubsampling.Full ? TurboJpeg.Samples444 : TurboJpeg.Samples420,
                quality,
                TurboJpeg.AccurateDct);
            if (failed != 0)
                throw new ImagingException($"The JPEG cannot be written: {Marshal.PtrToStringUTF8(TurboJpeg.GetErrorText(compressor))}");

            length = checked((int)size.Value);
            return length <= most ? Copy(buffer, length) : null;
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
