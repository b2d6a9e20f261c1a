namespace DealBot.Benchmarks.Adapters;

/// <summary>Seconds that groups waited.</summary>
internal sealed record Waits(int Count, double Median, double P95, double Most)
{
    /// <summary>How they are spread.</summary>
    public static Waits Of(IEnumerable<double> seconds)
    {
        var ordered = seconds.Order().ToArray();
        double At(double share) => ordered[(int)(share * (ordered.Length - 1))];
        return new Waits(ordered.Length, At(0.5), At(0.95), At(1));
    }

    /// <summary>
    /// How much later the messages of a round came than those of another, each account's first against its first and so on: what an account's own
    /// quota makes its groups wait is the same in both and falls out.
    /// </summary>
    public static Waits Between(IEnumerable<Arrival> before, IEnumerable<Arrival> after)
    {
        var earlier = ByAccount(before);
        return Of(ByAccount(after).SelectMany(account => account.Value.Zip(earlier[account.Key], (late, early) => late - early)));
    }

    private static Dictionary<string, List<double>> ByAccount(IEnumerable<Arrival> arrivals) =>
        arrivals.GroupBy(arrival => arrival.Account).ToDictionary(account => account.Key, account => account.Select(arrival => arrival.Seconds).Order().ToList());
}
