using System.Buffers.Binary;
using System.IO.Compression;

namespace DealBot.Core.Tests.Posters;

/// <summary>A decoded PNG of eight bits a channel without interlacing, as the rasterizer writes it.</summary>
internal sealed class PngPixels
{
    private readonly byte[] _bytes;
    private readonly int _channels;

    private PngPixels(int width, int height, int channels, byte[] bytes) => (Width, Height, _channels, _bytes) = (width, height, channels, bytes);

    public int Width { get; }

    public int Height { get; }

    public static PngPixels Decode(byte[] png)
    {
        var (width, height, channels) = (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)), png[25] == 6 ? 4 : 3);
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
        {
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                packed.Write(png, at + 8, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)));
            }
        }

        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        var stride = width * channels;
        var bytes = new byte[height * stride];
        for (var y = 0; y < height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(bytes, y * stride, stride);
            Unfilter(filter, bytes, y * stride, stride, channels);
        }

        return new PngPixels(width, height, channels, bytes);
    }

    public bool Differs(PngPixels other, int pixel) =>
        !_bytes.AsSpan(pixel * _channels, _channels).SequenceEqual(other._bytes.AsSpan(pixel * _channels, _channels));

    private static void Unfilter(int filter, byte[] bytes, int start, int stride, int step)
    {
        for (var i = 0; i < stride && filter > 0; i++)
        {
            var at = start + i;
            int left = i < step ? 0 : bytes[at - step], up = start == 0 ? 0 : bytes[at - stride], corner = i < step || start == 0 ? 0 : bytes[at - stride - step];
            bytes[at] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                _ => Paeth(left, up, corner),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
