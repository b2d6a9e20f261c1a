using DealBot.Networks.Wire;

namespace DealBot.Networks.Vip;

/// <summary>One page of a channel, which says itself where the next begins.</summary>
/// <param name="Rows">The rows as they came.</param>
/// <param name="IsLast">Whether there is no more.</param>
/// <param name="NextOffset">Where the next page begins.</param>
/// <param name="BatchNo">The list that the pages are cut from; given back, so that all come from the same.</param>
internal sealed record VipChannelPage(IReadOnlyList<WireNode> Rows, bool IsLast, int NextOffset, string? BatchNo)
{
    public static VipChannelPage Read(WireNode result, IReadOnlyList<WireNode> rows, int offset, int pageSize)
    {
        var next = result["nextPageOffset"].Count is { } told && told > offset ? told : offset + pageSize;
        var isLast = rows.Count == 0 || (result["lastPage"].Exists ? result["lastPage"].IsSet : rows.Count < pageSize);
        return new VipChannelPage(rows, isLast, next, result["batchNo"].Text);
    }
}
