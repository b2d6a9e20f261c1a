namespace DealBot.Contracts;

/// <summary>What a deal is called everywhere: network and the network's own item id.</summary>
/// <param name="Network">Network name: <c>jd</c>, <c>pdd</c>, <c>taobao</c>, <c>vip</c>, <c>suning</c> or a plugin's.</param>
/// <param name="ItemId">The network's stable item id, opaque to DealBot.</param>
public readonly record struct DealKey(string Network, string ItemId) : IComparable<DealKey>
{
    /// <summary>Reads <c>network:item</c>.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="key">The key, if the text is one.</param>
    /// <returns>False if there is no colon or a part is empty.</returns>
    public static bool TryParse(string? text, out DealKey key)
    {
        key = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 1 || colon == text!.Length - 1)
        {
            return false;
        }

        key = new DealKey(text[..colon], text[(colon + 1)..]);
        return true;
    }

    /// <summary>Ordinal order by network, then item.</summary>
    public int CompareTo(DealKey other)
    {
        var byNetwork = string.CompareOrdinal(Network, other.Network);
        return byNetwork != 0 ? byNetwork : string.CompareOrdinal(ItemId, other.ItemId);
    }

    /// <summary>Whether the left key sorts first.</summary>
    public static bool operator <(DealKey left, DealKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left key sorts last.</summary>
    public static bool operator >(DealKey left, DealKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left key sorts first or they are the same.</summary>
    public static bool operator <=(DealKey left, DealKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left key sorts last or they are the same.</summary>
    public static bool operator >=(DealKey left, DealKey right) => left.CompareTo(right) >= 0;

    /// <summary><c>network:item</c>.</summary>
    public override string ToString() => $"{Network}:{ItemId}";
}
