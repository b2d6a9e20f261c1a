using static System.Buffers.Binary.BinaryPrimitives;

namespace DealBot.Imaging.Images;

/// <summary>Reads type and size of an image from its first bytes, without decoding it.</summary>
public static class ImageProbe
{
    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    /// <summary>
    /// The header of a PNG, JPEG, WebP or GIF; null for anything else, for bytes cut off before the size, and for a size of zero. Never
    /// throws.
    /// </summary>
    /// <param name="bytes">The beginning of the file: 30 bytes are enough, but for JPEG, whose size comes after its metadata (64 KB nearly
    /// always do).</param>
    public static ImageHeader? Read(ReadOnlySpan<byte> bytes) => Identify(bytes) is { Width: > 0, Height: > 0 } header ? header : null;

    private static ImageHeader? Identify(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(PngSignature))
            return Png(bytes);
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return Gif(bytes);
        if (bytes.StartsWith(JpegSignature))
            return JpegHeader.Read(bytes);

        return bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8) ? WebPHeader.Read(bytes) : null;
    }

    private static ImageHeader? Png(ReadOnlySpan<byte> bytes) => bytes.Length >= 24 && bytes[12..].StartsWith("IHDR"u8)
        ? new ImageHeader(ImageFormat.Png, ReadInt32BigEndian(bytes[16..]), ReadInt32BigEndian(bytes[20..]))
        : null;

    private static ImageHeader? Gif(ReadOnlySpan<byte> bytes) => bytes.Length >= 10
        ? new ImageHeader(ImageFormat.Gif, ReadUInt16LittleEndian(bytes[6..]), ReadUInt16LittleEndian(bytes[8..]))
        : null;
}
