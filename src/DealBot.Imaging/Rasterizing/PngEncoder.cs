using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DealBot.Imaging.Rasterizing.Native;

namespace DealBot.Imaging.Rasterizing;

internal static unsafe class PngEncoder
{
    public static byte[] Encode(CairoImage image)
    {
        using var file = new MemoryStream();
        var target = GCHandle.Alloc(file);
        try
        {
            Cairo.ThrowIfFailed(Cairo.SurfaceWriteToPngStream(image.Surface, &Append, GCHandle.ToIntPtr(target)), "write the PNG");
        }
        finally
        {
            target.Free();
        }

        return file.ToArray();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static CairoStatus Append(nint target, byte* bytes, uint length)
    {
        try
        {
            var file = (MemoryStream)GCHandle.FromIntPtr(target).Target!;
            file.Write(new ReadOnlySpan<byte>(bytes, checked((int)length)));
            return CairoStatus.Success;
        }
        catch (Exception)
        {
            // An exception must not unwind through cairo's frames: that ends the process. Cairo passes the status on instead.
            return CairoStatus.WriteError;
        }
    }
}
