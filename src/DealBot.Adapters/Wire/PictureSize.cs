using System.Buffers.Binary;

namespace DealBot.Adapters.Wire;

/// <summary>How many pixels a picture has, as its first bytes say.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    private const int StartOfImage = 2;
    private const int LongestHead = 9;

    /// <summary>The size; null if the bytes do not tell.</summary>
    public static PictureSize? Of(ReadOnlySpan<byte> bytes) => PictureFormat.Of(bytes)?.Extension switch
    {
        "png" => OfPng(bytes),
        "jpg" => OfJpeg(bytes),
        _ => null,
    };

    // The first chunk of every PNG is its header, which begins with width and height (RFC 2083, 4.1.1).
    private static PictureSize? OfPng(ReadOnlySpan<byte> bytes) => bytes.Length >= 24 && bytes[12..16].SequenceEqual("IHDR"u8)
        ? new PictureSize(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..]))
        : null;

    // Segments, each with its length, until the one that starts a frame (ITU-T T.81, B.2.2).
    private static PictureSize? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        var at = StartOfImage;
        while (at + LongestHead <= bytes.Length && bytes[at] == 0xFF)
        {
            var segment = bytes[at..];
            if (segment[1] == 0xFF)
            {
                at++;
                continue;
            }

            if (IsFrame(segment[1]))
                return new PictureSize(BinaryPrimitives.ReadUInt16BigEndian(segment[7..]), BinaryPrimitives.ReadUInt16BigEndian(segment[5..]));

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
        }

        return null;
    }

    /// <summary>Of these markers three are tables and an extension.</summary>
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
}
