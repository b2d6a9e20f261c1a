using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>Cuts the time to be read into windows that the network allows. A pure function.</summary>
public static class OrderWindows
{
    /// <summary>What the network still gives when asked may be too old for it when the question arrives.</summary>
    internal static readonly TimeSpan Edge = TimeSpan.FromMinutes(10);

    /// <summary>Windows from a little before the watermark to now, oldest first; after an outage there are many.</summary>
    /// <param name="watermark">Until when orders are known; null at the first sync.</param>
    /// <param name="now">The present.</param>
    /// <param name="limits">What the network allows.</param>
    /// <param name="options">Overlap and first back-fill.</param>
    public static IEnumerable<OrderWindow> Since(DateTimeOffset? watermark, DateTimeOffset now, NetworkLimits limits, OrderOptions options)
    {
        var from = Known(watermark, now, options) - TimeSpan.FromMinutes(options.OverlapMinutes);
        var oldest = now - limits.MaxOrderAge + Edge;
        for (from = from < oldest ? oldest : from; from < now;)
        {
            var to = from + limits.MaxOrderWindow < now ? from + limits.MaxOrderWindow : now;
            yield return new OrderWindow(from, to);
            from = to;
        }
    }

    /// <summary>A watermark in the future was written while the clock ran ahead, so nobody knows since when orders are missing: a day at least is read again.</summary>
    private static DateTimeOffset Known(DateTimeOffset? watermark, DateTimeOffset now, OrderOptions options) => watermark switch
    {
        { } mark when mark <= now => mark,
        null => now.AddHours(-options.FirstBackfillHours),
        _ => now.AddHours(-Math.Max(options.FirstBackfillHours, 24)),
    };
}
