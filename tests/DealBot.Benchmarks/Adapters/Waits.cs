namespace DealBot.Benchmarks.Adapters;

/// <summary>How long groups waited for what was due to them, in seconds.</summary>
internal sealed record Waits(int Count, double Median, double P95, double Most)
{
    public static Waits Of(IEnumerable<double> seconds)
    {
        var ordered = seconds.Order().ToArray();
        double At(double share) => ordered[(int)(share * (ordered.Length - 1))];
        return new Waits(ordered.Length, At(0.5), At(0.95), At(1));
    }
}
