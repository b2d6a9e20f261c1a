using DealBot.Contracts;

namespace DealBot.Core.Catalog;

/// <summary>The lowest final price seen on one day.</summary>
/// <param name="Day">The day as <see cref="NumberOf"/> counts it.</param>
/// <param name="Low">The lowest final price of the day.</param>
public readonly record struct PriceDay(int Day, Money Low)
{
    /// <summary>The networks keep China's time, whatever zone a group lives in.</summary>
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    /// <summary>Days since 1970-01-01 by China's clock.</summary>
    public static int NumberOf(DateTimeOffset moment) => (int)((moment.ToUnixTimeSeconds() + (long)ChinaOffset.TotalSeconds) / 86_400);
}
