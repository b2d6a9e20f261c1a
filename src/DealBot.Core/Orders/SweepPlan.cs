using DealBot.Contracts;

namespace DealBot.Core.Orders;

/// <summary>When a sweep is due and what it covers. Pure functions.</summary>
public static class SweepPlan
{
    /// <summary>Affiliate networks here keep Beijing time, whatever the zone of the host.</summary>
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The latest moment at which a sweep of this kind was to begin.</summary>
    public static DateTimeOffset LatestDue(SyncKind kind, DateTimeOffset now, OrderOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var local = now.ToOffset(Beijing);
        var first = kind == SyncKind.Monthly ? new DateTimeOffset(local.Year, local.Month, 1, 0, 0, 0, Beijing) : new DateTimeOffset(local.Date, Beijing);
        var due = first.AddHours(options.SweepHour);
        if (due <= now)
        {
            return due;
        }

        return kind == SyncKind.Monthly ? first.AddMonths(-1).AddHours(options.SweepHour) : due.AddDays(-1);
    }

    /// <summary>A new sweep of the account; it ends where the sync still looks back by itself. Null if there is nothing to read.</summary>
    public static OrderSweep? Begin(IAffiliateNetwork network, SyncKind kind, OrderReach reach, DateTimeOffset now, OrderOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(reach);
        ArgumentNullException.ThrowIfNull(options);
        var until = reach.Until - TimeSpan.FromMinutes(options.OverlapMinutes);
        var days = kind == SyncKind.Monthly ? options.MonthlyDays : options.NightlyDays;
        DateTimeOffset[] starts = [reach.Since, now.AddDays(-days), now - network.Limits.MaxOrderAge + OrderWindows.Edge];
        var from = starts.Max();
        return from >= until || reach.Until > now
            ? null
            : new OrderSweep { Network = network.Name, Account = network.Account, Kind = kind, StartedAt = now, From = from, Until = until, Reached = from };
    }
}
