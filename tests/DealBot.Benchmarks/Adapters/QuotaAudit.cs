namespace DealBot.Benchmarks.Adapters;

/// <summary>Whether every account kept its quotas, by what the simulators took and when.</summary>
internal static class QuotaAudit
{
    /// <summary>Each account that exceeded one of its quotas, in words.</summary>
    public static IReadOnlyList<string> Broken(IReadOnlyList<Delivery> deliveries)
    {
        var quotas = Platform.All().ToDictionary(platform => platform.Name, platform => platform.Quotas);
        return [.. from account in deliveries.GroupBy(delivery => (delivery.Adapter, delivery.Account))
            let moments = account.Select(delivery => delivery.At).Order().ToList()
            from quota in quotas[account.Key.Adapter]
            let most = Busiest(moments, quota.Within)
            where most > quota.Messages
            select $"{account.Key.Adapter}/{account.Key.Account}: {most} messages within {quota.Within.TotalSeconds:0.#} s, {quota.Messages} are allowed"];
    }

    private static int Busiest(List<DateTimeOffset> moments, TimeSpan within)
    {
        var (first, busiest) = (0, 0);
        for (var last = 0; last < moments.Count; last++)
        {
            while (moments[last] - moments[first] >= within)
            {
                first++;
            }

            busiest = Math.Max(busiest, last - first + 1);
        }

        return busiest;
    }
}
