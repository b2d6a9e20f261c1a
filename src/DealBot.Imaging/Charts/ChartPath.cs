using System.Globalization;
using System.Text;

namespace DealBot.Imaging.Charts;

/// <summary>
/// Draws series as the <c>d</c> of an SVG path, in a box with its origin at the top left; move it with a <c>transform</c>. Pure functions,
/// invariant numbers.
/// </summary>
public static class ChartPath
{
    /// <summary>
    /// A line through all points, the first on the left edge and the last on the right. One value gives a level line; none gives "".
    /// </summary>
    /// <param name="values">The series, evenly spaced.</param>
    /// <param name="width">Width of the chart in user units.</param>
    /// <param name="scale">The value axis.</param>
    public static string Line(IReadOnlyList<double> values, double width, ChartScale scale)
    {
        if (values.Count == 0)
            return "";
        if (values.Count == 1)
            return $"M0 {Y(values[0], scale)}H{SvgNumber.Format(width)}";

        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            var x = SvgNumber.Format(PointX(i, values.Count, width));
            path.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? 'M' : 'L')}{x} {Y(values[i], scale)}");
        }

        return path.ToString();
    }

    /// <summary>The area between the line and zero, closed. None gives "".</summary>
    /// <param name="values">The series, evenly spaced.</param>
    /// <param name="width">Width of the chart in user units.</param>
    /// <param name="scale">The value axis.</param>
    public static string Area(IReadOnlyList<double> values, double width, ChartScale scale) =>
        values.Count == 0 ? "" : $"{Line(values, width, scale)}V{Y(0, scale)}H0Z";

    /// <summary>
    /// One bar for each value, from zero up, or down for a negative one; each stands in the middle of its slot. A zero draws nothing.
    /// </summary>
    /// <param name="values">The series.</param>
    /// <param name="width">Width of the chart in user units, shared evenly by the slots.</param>
    /// <param name="scale">The value axis.</param>
    /// <param name="gap">Part of a slot left empty, 0 to below 1. Default 0.3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gap is out of range.</exception>
    public static string Bars(IReadOnlyList<double> values, double width, ChartScale scale, double gap = 0.3)
    {
        if (gap is not (>= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(gap), gap, "The gap must be at least 0 and below 1.");

        var path = new StringBuilder();
        var bar = width / Math.Max(1, values.Count) * (1 - gap);
        var zero = Y(0, scale);
        for (var i = 0; i < values.Count; i++)
        {
            var left = SvgNumber.Format(BarX(i, values.Count, width) - (bar / 2));
            var top = Y(values[i], scale);
            if (top != zero)
                path.Append(CultureInfo.InvariantCulture, $"M{left} {zero}V{top}h{SvgNumber.Format(bar)}V{zero}z");
        }

        return path.ToString();
    }

    /// <summary>
    /// Where point <paramref name="index"/> of a line lies, in user units from the left edge; the middle when it is the only one.
    /// </summary>
    /// <param name="index">From 0.</param>
    /// <param name="count">Points of the line, at least 1.</param>
    /// <param name="width">Width of the chart in user units.</param>
    public static double PointX(int index, int count, double width) => count > 1 ? width * index / (count - 1) : width / 2;

    /// <summary>The middle of bar <paramref name="index"/>, in user units from the left edge: where its label goes.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="count">Bars, at least 1.</param>
    /// <param name="width">Width of the chart in user units.</param>
    public static double BarX(int index, int count, double width) => width * (index + 0.5) / count;

    private static string Y(double value, ChartScale scale) => SvgNumber.Format(scale.Y(value));
}
