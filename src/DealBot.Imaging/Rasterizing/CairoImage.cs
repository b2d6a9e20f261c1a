using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

/// <summary>A bitmap in memory that cairo draws on: 4 bytes a pixel in the order B, G, R, and X or A, on little-endian machines.</summary>
internal sealed class CairoImage : IDisposable
{
    private CairoImage(SafeCairoSurface surface, PixelSize size)
    {
        Surface = surface;
        Size = size;
    }

    public SafeCairoSurface Surface { get; }

    public PixelSize Size { get; }

    /// <summary>White where the format has no alpha channel, transparent where it has.</summary>
    public static CairoImage Create(CairoFormat format, PixelSize size)
    {
        var image = new CairoImage(Cairo.ImageSurfaceCreate(format, size.Width, size.Height), size);
        try
        {
            Cairo.ThrowIfFailed(Cairo.SurfaceStatus(image.Surface), "allocate the bitmap");
            if (format == CairoFormat.Rgb24)
                image.PaintWhite();

            return image;
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }

    public SafeCairoContext NewContext() => Cairo.Create(Surface);

    /// <summary>Must come between drawing and reading the pixels.</summary>
    public void Flush() => Cairo.SurfaceFlush(Surface);

    public void Dispose() => Surface.Dispose();

    private void PaintWhite()
    {
        using var context = NewContext();
        Cairo.SetSourceRgb(context, 1, 1, 1);
        Cairo.Paint(context);
        Cairo.ThrowIfFailed(Cairo.Status(context), "paint the background");
    }
}
