using static System.Buffers.Binary.BinaryPrimitives;

namespace DealBot.Imaging.Images;

/// <summary>Walks the segments of a JPEG to the frame header, which holds the size (ITU-T T.81, B.2.2).</summary>
internal static class JpegHeader
{
    private const byte Prefix = 0xFF;

    public static ImageHeader? Read(ReadOnlySpan<byte> bytes)
    {
        // After the start-of-image marker.
        var rest = bytes[2..];
        while (rest.Length >= 4)
        {
            if (rest[0] != Prefix)
                return null;

            var marker = rest[1];
            if (IsFrame(marker))
                return Frame(rest);
            if (EndsHeaders(marker))
                return null;

            // A prefix may be repeated as padding; markers without a length stand alone.
            var skip = marker == Prefix ? 1 : StandsAlone(marker) ? 2 : 2 + ReadUInt16BigEndian(rest[2..]);
            if (skip > rest.Length)
                return null;

            rest = rest[skip..];
        }

        return null;
    }

    /// <summary>Prefix and marker, length (2), precision (1), height (2), width (2).</summary>
    private static ImageHeader? Frame(ReadOnlySpan<byte> segment) => segment.Length >= 9
        ? new ImageHeader(ImageFormat.Jpeg, ReadUInt16BigEndian(segment[7..]), ReadUInt16BigEndian(segment[5..]))
        : null;

    // C4, C8 and CC lie among the frame markers but are tables and a reserve.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static bool EndsHeaders(byte marker) => marker is 0xD9 or 0xDA;

    private static bool StandsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD7);
}
