using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using DealBot.Core.Clicks;

namespace DealBot.Storage.Journal;

/// <summary>
/// A click as bytes: length of the body (2), its CRC-32C (4), then the body: milliseconds since 1970 (8), kind (1), and code, group,
/// visitor and rule, each as its length (1) and UTF-8. A length of zero is the end of what has been written.
/// </summary>
internal static class ClickRecord
{
    private const int HeadLength = 6;
    private const int FixedLength = 9;
    private const int Texts = 4;

    /// <summary>The most bytes that a click takes.</summary>
    public const int MostBytes = HeadLength + FixedLength + (Texts * (1 + byte.MaxValue));

    /// <summary>Writes a click.</summary>
    /// <returns>How many bytes it took.</returns>
    public static int Write(Click click, Span<byte> to)
    {
        var body = to[HeadLength..];
        BinaryPrimitives.WriteInt64LittleEndian(body, click.At.ToUnixTimeMilliseconds());
        body[FixedLength - 1] = (byte)click.Kind;
        var length = FixedLength;
        length += Write(click.Code, body[length..]);
        length += Write(click.GroupId, body[length..]);
        length += Write(click.VisitorId, body[length..]);
        length += Write(click.Rule, body[length..]);
        BinaryPrimitives.WriteUInt16LittleEndian(to, (ushort)length);
        BinaryPrimitives.WriteUInt32LittleEndian(to[2..], Sum(body[..length]));
        return HeadLength + length;
    }

    /// <summary>Reads a click.</summary>
    /// <returns>How many bytes it took; 0 if there is none, or only a part of one.</returns>
    public static int TryRead(ReadOnlySpan<byte> from, out Click? click)
    {
        click = null;
        if (from.Length < HeadLength || BinaryPrimitives.ReadUInt16LittleEndian(from) is var length && (length < FixedLength + Texts || length > from.Length - HeadLength))
        {
            return 0;
        }

        var body = from.Slice(HeadLength, length);
        if (Sum(body) != BinaryPrimitives.ReadUInt32LittleEndian(from[2..]))
        {
            return 0;
        }

        var at = DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(body));
        var kind = (ClickKind)body[FixedLength - 1];
        var texts = body[FixedLength..];
        var code = Read(ref texts);
        var group = Read(ref texts);
        var visitor = Read(ref texts);
        click = new Click(code, group, at, kind, visitor) { Rule = Read(ref texts) };
        return HeadLength + length;
    }

    private static int Write(string text, Span<byte> to)
    {
        if (!Encoding.UTF8.TryGetBytes(text, to.Slice(1, byte.MaxValue), out var length))
        {
            throw new ArgumentException($"longer than {byte.MaxValue} bytes", nameof(text));
        }

        to[0] = (byte)length;
        return 1 + length;
    }

    private static string Read(ref ReadOnlySpan<byte> from)
    {
        var text = Encoding.UTF8.GetString(from.Slice(1, from[0]));
        from = from[(1 + from[0])..];
        return text;
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var one in bytes)
        {
            sum = BitOperations.Crc32C(sum, one);
        }

        return ~sum;
    }
}
