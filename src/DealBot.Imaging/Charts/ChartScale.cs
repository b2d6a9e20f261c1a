namespace DealBot.Imaging.Charts;

/// <summary>Maps values to heights on a chart whose top edge is y = 0. The axis always contains zero and ends on round numbers.</summary>
/// <param name="Min">Value at the bottom edge: 0, or a round number below it when there are negative values.</param>
/// <param name="Max">Value at the top edge, above <paramref name="Min"/>.</param>
/// <param name="Step">Distance of two ticks in value: 1, 2 or 5 times a power of ten.</param>
/// <param name="Height">Height of the chart in user units.</param>
public sealed record ChartScale(double Min, double Max, double Step, double Height)
{
    private const int WantedSteps = 4;

    // 1.1 / 0.1 is a hair above 11, and must not cost an empty step.
    private const double Rounding = 1e-9;

    /// <summary>The marks from bottom to top, both ends included; about five.</summary>
    public IReadOnlyList<ChartTick> Ticks
    {
        get
        {
            var first = (long)Math.Round(Min / Step);
            var last = (long)Math.Round(Max / Step);

            // Through decimal, so that three steps of 0.1 read 0.3 and not 0.30000000000000004.
            return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => Tick(RoundStep((first + i) * Step)))];
        }
    }

    /// <summary>A linear scale for these values, with at most seven ticks.</summary>
    /// <param name="values">The values, in any unit, within 1e15 of zero. Values that are not finite count as 0. Empty or all zero gives an
    /// axis from 0 to 1 step.</param>
    /// <param name="height">Height of the chart in user units, above 0.</param>
    /// <param name="minStep">Smallest distance of two ticks; 1 for things that are counted. Default 0: no bound.</param>
    /// <exception cref="ArgumentOutOfRangeException">The height is not positive, or the step is negative.</exception>
    public static ChartScale Linear(IReadOnlyCollection<double> values, double height, double minStep = 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(height);
        ArgumentOutOfRangeException.ThrowIfNegative(minStep);

        var lowest = values.Append(0).Where(double.IsFinite).Min();
        var highest = values.Append(0).Where(double.IsFinite).Max();
        if (highest - lowest is not (> 0 and < 1e15))
            return new ChartScale(0, Math.Max(1, minStep), Math.Max(1, minStep), height);

        var step = Math.Max(minStep, NiceStep((highest - lowest) / WantedSteps));
        return new ChartScale(
            Math.Floor((lowest / step) + Rounding) * step, Math.Ceiling((highest / step) - Rounding) * step, step, height);
    }

    /// <summary>Where a value is, in user units below the top edge.</summary>
    public double Y(double value) => Height * (Max - (double.IsFinite(value) ? value : 0)) / (Max - Min);

    /// <summary>The smallest of 1, 2, 5, 10 times a power of ten that is no less than <paramref name="rough"/>.</summary>
    private static double NiceStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private static double RoundStep(double value) => Math.Abs(value) < 1e15 ? (double)Math.Round((decimal)value, 10) : value;

    private ChartTick Tick(double value) => new(value, Y(value));
}
