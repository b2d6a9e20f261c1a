using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>A sweep as it stands: days read over again, to find what the sync missed. It goes by update time first, then by order time.</summary>
public sealed record OrderSweep
{
    public required string Network { get; init; }

    public required string Account { get; init; }

    public required SyncKind Kind { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null until it is done.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>Which time it goes by now.</summary>
    public OrderTime By { get; init; }

    /// <summary>Up to where it has read by that time.</summary>
    public required DateTimeOffset Reached { get; init; }

    /// <summary>Rows that the network gave.</summary>
    public int Rows { get; init; }

    /// <summary>Rows the sync should have had, and had not.</summary>
    public int Missing { get; init; }

    /// <summary>Rows whose status or amounts the sync should have changed, and had not.</summary>
    public int Outdated { get; init; }

    /// <summary>Commission that those rows added or took away.</summary>
    public Money Difference { get; init; }

    /// <summary>Rows that are booked and that the network does not list any more.</summary>
    public int Unlisted { get; init; }

    /// <summary>Rows that could not be read, seen for the first time.</summary>
    public int Unreadable { get; init; }

    /// <summary>Whether everything is read.</summary>
    public bool IsRead(NetworkLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Reached >= Until && (By == OrderTime.Ordered || !limits.ByOrderTime);
    }

    /// <summary>The next window to read. Call it only while something is left. What grew too old for the network meanwhile is left out.</summary>
    public OrderWindow Next(NetworkLimits limits, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var (by, from) = Reached < Until ? (By, Reached) : (OrderTime.Ordered, From);
        var oldest = now - limits.MaxOrderAge + OrderWindows.Edge;
        from = from < oldest && oldest < Until ? oldest : from;
        var to = from + limits.MaxOrderWindow;
        return new OrderWindow(from, to < Until ? to : Until, by);
    }
}
