using System.Buffers.Binary;

namespace DealBot.Adapters.Wire.Grpc;

/// <summary>Messages on the wire: a byte that says whether they are compressed, four for the length, the message.</summary>
internal static class GrpcFrames
{
    private const int PrefixBytes = 5;

    /// <summary>Longest message that is read; also what gRPC's own libraries read unless told otherwise.</summary>
    private const int MostBytes = 4 * 1024 * 1024;

    public static byte[] Write(ReadOnlySpan<byte> message)
    {
        var frame = new byte[PrefixBytes + message.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame.AsSpan(PrefixBytes));
        return frame;
    }

    /// <summary>The next message; null where the stream ends.</summary>
    /// <exception cref="IOException">The stream breaks off within a message, or what comes is none.</exception>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var prefix = new byte[PrefixBytes];
        var read = await stream.ReadAtLeastAsync(prefix, PrefixBytes, throwOnEndOfStream: false, cancellationToken);
        if (read == 0)
            return null;

        var length = BinaryPrimitives.ReadUInt32BigEndian(prefix.AsSpan(1));
        if (read < PrefixBytes || prefix[0] != 0 || length > MostBytes)
            throw new IOException("This is no message of gRPC, or one that was not asked for: compressed or too long.");

        var message = new byte[length];
        await stream.ReadExactlyAsync(message, cancellationToken);
        return message;
    }
}
