namespace DealBot.Simulators.Market;

/// <summary>Cuts a page out of a list.</summary>
internal static class MarketPage
{
    private const int Repeated = 3;

    /// <summary>
    /// The rows of a page and whether there are more. With <paramref name="repeat"/> each page starts with the last rows of the one
    /// before, as happens when rows slip in while a caller pages; no row is lost.
    /// </summary>
    public static (IReadOnlyList<T> Rows, bool HasMore) Cut<T>(IReadOnlyList<T> all, int pageIndex, int pageSize, bool repeat)
    {
        var step = repeat ? Math.Max(1, pageSize - Repeated) : pageSize;
        var start = (long)(pageIndex - 1) * step;
        return ([.. all.Skip((int)Math.Min(start, all.Count)).Take(pageSize)], start + pageSize < all.Count);
    }
}
