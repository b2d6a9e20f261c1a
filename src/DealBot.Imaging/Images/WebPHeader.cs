using static System.Buffers.Binary.BinaryPrimitives;

namespace DealBot.Imaging.Images;

/// <summary>The three kinds of WebP by their first chunk (RFC 9649): lossy, lossless, extended.</summary>
internal static class WebPHeader
{
    private const int Bits14 = 0x3FFF;
    private const int Bits24 = 0xFFFFFF;
    private const int ChunkStart = 12;
    private const int DataStart = 20;

    private static ReadOnlySpan<byte> StartCode => [0x9D, 0x01, 0x2A];

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < DataStart)
            return null;

        var chunk = bytes[ChunkStart..];
        var data = bytes[DataStart..];
        if (chunk.StartsWith("VP8X"u8))
            return Extended(data);

        return chunk.StartsWith("VP8L"u8) ? Lossless(data) : chunk.StartsWith("VP8 "u8) ? Lossy(data) : null;
    }

    /// <summary>Flags (4), width - 1 (3), height - 1 (3).</summary>
    private static ImageHeader? Extended(ReadOnlySpan<byte> data) => data.Length >= 10
        ? Of((ReadInt32LittleEndian(data[4..]) & Bits24) + 1, (ReadInt32LittleEndian(data[6..]) >>> 8) + 1)
        : null;

    /// <summary>Signature (1), then 14 bits of width - 1 and 14 of height - 1.</summary>
    private static ImageHeader? Lossless(ReadOnlySpan<byte> data)
    {
        if (data.Length < 5 || data[0] != 0x2F)
            return null;

        var bits = ReadInt32LittleEndian(data[1..]);
        return Of((bits & Bits14) + 1, ((bits >> 14) & Bits14) + 1);
    }

    /// <summary>Frame tag (3), start code (3), 14 bits of width and 2 of scale, the same for height (RFC 6386, 9.1).</summary>
    private static ImageHeader? Lossy(ReadOnlySpan<byte> data) => data.Length >= 10 && data[3..].StartsWith(StartCode)
        ? Of(ReadUInt16LittleEndian(data[6..]) & Bits14, ReadUInt16LittleEndian(data[8..]) & Bits14)
        : null;

    private static ImageHeader Of(int width, int height) => new(ImageFormat.WebP, width, height);
}
