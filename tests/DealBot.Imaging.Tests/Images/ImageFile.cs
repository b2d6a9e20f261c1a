using System.Buffers.Binary;
using System.IO.Compression;

namespace DealBot.Imaging.Tests.Images;

/// <summary>Image files made by hand, so that their headers can say anything.</summary>
internal static class ImageFile
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(index => Enumerable.Range(0, 8).Aggregate((uint)index, (crc, _) => (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1)))];

    /// <summary>A valid PNG of 1 bit a pixel, all of them white: some 1000 times smaller than what it unpacks to.</summary>
    public static byte[] WhitePng(int width, int height)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[1 + ((width + 7) / 8)];
            row.AsSpan(1).Fill(0xFF);
            for (var y = 0; y < height; y++)
                zlib.Write(row);
        }

        return Png(width, height, data.ToArray());
    }

    /// <summary>A PNG in colour of nothing but noise, the same each time: what compresses worst.</summary>
    public static byte[] NoisePng(int side)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
        {
            var random = new Random(7);
            var row = new byte[1 + (side * 3)];
            for (var y = 0; y < side; y++)
            {
                random.NextBytes(row.AsSpan(1));
                zlib.Write(row);
            }
        }

        return Png(side, side, data.ToArray(), depth: 8, colour: 2);
    }

    /// <summary>A PNG whose header claims a size that its data does not have.</summary>
    public static byte[] ClaimingPng(int width, int height) => Png(width, height, []);

    /// <summary>A JPEG header of a progressive picture with a number of empty scans.</summary>
    public static byte[] JpegOfScans(int count) =>
    [
        0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, 0x03, 0x20, 0x03, 0x20, 1, 1, 0x11, 0,
        .. Enumerable.Repeat<byte[]>([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0], count).SelectMany(scan => scan),
        0xFF, 0xD9,
    ];

    /// <summary>A lossless WebP of one red pixel.</summary>
    public static byte[] WebP() => Convert.FromBase64String("UklGRhwAAABXRUJQVlA4TA8AAAAvAAAAAAdQ6f+j/4GB/wA=");

    private static byte[] Png(int width, int height, byte[] data, byte depth = 1, byte colour = 0)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (depth, colour);
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR"u8, header), .. Chunk("IDAT"u8, data), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] body = [.. type, .. data];
        var (length, crc) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(crc, ~body.Aggregate(0xFFFFFFFF, (sum, value) => CrcTable[(byte)(sum ^ value)] ^ (sum >> 8)));
        return [.. length, .. body, .. crc];
    }
}
