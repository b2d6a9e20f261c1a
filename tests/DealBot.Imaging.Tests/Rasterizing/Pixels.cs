using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Tests.Rasterizing;

/// <summary>A decoded PNG. Cairo reads it, so that the encoder under test is not its own judge of anything but cairo's PNG.</summary>
internal sealed unsafe partial class Pixels
{
    private readonly uint[] _argb;

    private Pixels(int width, int height, uint[] argb) => (Width, Height, _argb) = (width, height, argb);

    public int Width { get; }

    public int Height { get; }

    public uint this[int x, int y] => _argb[(y * Width) + x];

    public static Pixels Decode(byte[] png)
    {
        var source = GCHandle.Alloc(new MemoryStream(png));
        try
        {
            using var surface = CreateFromPngStream(&Read, GCHandle.ToIntPtr(source));
            Cairo.ThrowIfFailed(Cairo.SurfaceStatus(surface), "read the PNG");
            return Copy(surface, ImageProbe.Read(png)!.Value);
        }
        finally
        {
            source.Free();
        }
    }

    /// <summary>Any image the rasterizer can embed, decoded by drawing it.</summary>
    public static Pixels DecodeAny(byte[] image)
    {
        var size = ImageProbe.Read(image)!.Value;
        return Svg.Draw($"""<image width="{size.Width}" height="{size.Height}" href="{DataUri.ForImage(image)}"/>""", size.Width, size.Height);
    }

    public int Count(Func<uint, bool> predicate) => _argb.Count(predicate);

    /// <summary>Pixels with any opacity.</summary>
    public int Ink() => Count(pixel => pixel >> 24 != 0);

    /// <summary>Columns from the first with any ink to the last, both included; 0 for an empty picture.</summary>
    public int InkedWidth()
    {
        var inked = Enumerable.Range(0, Width).Where(x => Enumerable.Range(0, Height).Any(y => this[x, y] >> 24 != 0)).ToArray();
        return inked.Length == 0 ? 0 : inked[^1] - inked[0] + 1;
    }

    /// <summary>Opaque pixels whose channels differ clearly: a colour, not a grey.</summary>
    public int Coloured() => Count(pixel => pixel >> 24 == 255 && Spread(pixel) > 60);

    public bool SameAs(Pixels other) => Width == other.Width && _argb.AsSpan().SequenceEqual(other._argb);

    private static int Spread(uint pixel)
    {
        int[] channels = [(byte)(pixel >> 16), (byte)(pixel >> 8), (byte)pixel];
        return channels.Max() - channels.Min();
    }

    private static Pixels Copy(SafeCairoSurface surface, ImageHeader size)
    {
        var argb = new uint[size.Width * size.Height];
        var (data, stride) = (Cairo.ImageSurfaceGetData(surface), Cairo.ImageSurfaceGetStride(surface));
        for (var y = 0; y < size.Height; y++)
            new ReadOnlySpan<uint>((byte*)data + (y * stride), size.Width).CopyTo(argb.AsSpan(y * size.Width));

        return new Pixels(size.Width, size.Height, argb);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static CairoStatus Read(nint source, byte* bytes, uint length)
    {
        var stream = (MemoryStream)GCHandle.FromIntPtr(source).Target!;
        return stream.Read(new Span<byte>(bytes, (int)length)) == length ? CairoStatus.Success : CairoStatus.WriteError;
    }

    [LibraryImport(Cairo.Library, EntryPoint = "cairo_image_surface_create_from_png_stream")]
    private static partial SafeCairoSurface CreateFromPngStream(delegate* unmanaged[Cdecl]<nint, byte*, uint, CairoStatus> read, nint source);
}
