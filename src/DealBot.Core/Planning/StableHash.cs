namespace DealBot.Core.Planning;

/// <summary>The same number for the same text on every machine and after every restart, which <see cref="string.GetHashCode()"/> is not.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a over the text's UTF-16 units, as a number that is not negative.</summary>
    public static int Of(string text)
    {
        const uint offset = 2166136261;
        const uint prime = 16777619;
        var hash = offset;
        foreach (var unit in text)
        {
            hash = unchecked((hash ^ unit) * prime);
        }

        // The low bits of FNV alone repeat for texts that differ in one digit.
        hash ^= hash >> 15;
        return (int)(hash & int.MaxValue);
    }
}
