namespace DealBot.Benchmarks.Adapters;

/// <summary>Whether every account kept its quota, by what the simulators took and when.</summary>
internal static class QuotaAudit
{
    /// <summary>Each account that exceeded its messages a minute, in words.</summary>
    public static IReadOnlyList<string> Broken(IReadOnlyList<Delivery> deliveries)
    {
        var most = Platform.All().ToDictionary(platform => platform.Name, platform => platform.PerMinute);
        return [.. deliveries.GroupBy(delivery => (delivery.Adapter, delivery.Account))
            .Select(account => (account.Key, Busiest: Busiest([.. account.Select(delivery => delivery.At).Order()])))
            .Where(account => account.Busiest > most[account.Key.Adapter])
            .Select(account => $"{account.Key.Adapter}/{account.Key.Account}: {account.Busiest} messages within a minute, {most[account.Key.Adapter]} are allowed")];
    }

    private static int Busiest(IReadOnlyList<DateTimeOffset> moments)
    {
        var (first, busiest) = (0, 0);
        for (var last = 0; last < moments.Count; last++)
        {
            while (moments[last] - moments[first] >= TimeSpan.FromMinutes(1))
            {
                first++;
            }

            busiest = Math.Max(busiest, last - first + 1);
        }

        return busiest;
    }
}
