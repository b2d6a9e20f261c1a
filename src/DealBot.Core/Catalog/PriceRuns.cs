namespace DealBot.Core.Catalog;

/// <summary>
/// Runs as bytes: for each the days since the end of the one before, its length, its price, each as a number of as many bytes as it needs
/// (seven bits a byte, the lowest first, the top bit set on all but the last).
/// </summary>
internal static class PriceRuns
{
    public static byte[] Pack(IReadOnlyList<PriceRun> runs)
    {
        var bytes = new List<byte>(runs.Count * 5);
        var end = 0;
        foreach (var run in runs)
        {
            Write(bytes, run.First - end);
            Write(bytes, run.Length);
            Write(bytes, run.Fen);
            end = run.End;
        }

        return [.. bytes];
    }

    /// <summary>The runs, the earliest first. What is cut off or no run of a day at least is left out with all after it.</summary>
    public static List<PriceRun> Unpack(ReadOnlySpan<byte> bytes)
    {
        var runs = new List<PriceRun>(bytes.Length / 4);
        var end = 0;
        while (TryRead(ref bytes, out var gap) && TryRead(ref bytes, out var length) && TryRead(ref bytes, out var fen)
            && length > 0 && gap + length < int.MaxValue - end)
        {
            runs.Add(new PriceRun(end + (int)gap, (int)length, fen));
            end = runs[^1].End;
        }

        return runs;
    }

    private static void Write(List<byte> bytes, long number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            bytes.Add((byte)(number | 0x80));
        }

        bytes.Add((byte)number);
    }

    private static bool TryRead(ref ReadOnlySpan<byte> bytes, out long number)
    {
        number = 0;
        for (var shift = 0; shift < 63 && bytes.Length > 0; shift += 7)
        {
            var part = bytes[0];
            bytes = bytes[1..];
            number |= (long)(part & 0x7f) << shift;
            if (part < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
