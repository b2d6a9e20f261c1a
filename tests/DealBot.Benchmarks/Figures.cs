using System.Globalization;

namespace DealBot.Benchmarks;

internal static class Figures
{
    public static double Median(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered.Length % 2 == 1 ? ordered[ordered.Length / 2] : (ordered[(ordered.Length / 2) - 1] + ordered[ordered.Length / 2]) / 2;
    }

    public static void Print(string what, double perSecond) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-58} {perSecond,12:N0} /s"));

    public static void Print(string what, Cost cost) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-58} {cost.Microseconds,12:N1} µs {cost.Kilobytes,12:N1} KB"));

    public static void PrintTime(string what, double milliseconds) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-58} {milliseconds,12:N1} ms"));

    public static void PrintRatio(string what, double ratio) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-58} {ratio,12:0.00#} ×"));
}
