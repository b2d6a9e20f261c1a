using DealBot.Imaging.Charts;
using DealBot.Templating;

namespace DealBot.Core.Rendering;

/// <summary>
/// Functions for templates beside those of the language. <c>poster.*</c> lays out text and QR codes in SVG; <c>chart.*</c> turns numbers
/// into SVG paths. All are pure.
/// </summary>
public static class TemplateFunctions
{
    /// <summary>The table, shared by all renders.</summary>
    public static readonly TemplateObject Table = new()
    {
        ["poster"] = PosterFunctions.Table,
        ["chart"] = new TemplateObject
        {
            ["scale"] = TemplateFunction.From("chart.scale", (TemplateArray values, double height) => Scale(values, height)),
            ["bars"] = TemplateFunction.From("chart.bars", (TemplateArray values, double width, double height) => ChartPath.Bars(Numbers(values), width, ScaleOf(values, height))),
            ["line"] = TemplateFunction.From("chart.line", (TemplateArray values, double width, double height) => ChartPath.Line(Numbers(values), width, ScaleOf(values, height))),
            ["area"] = TemplateFunction.From("chart.area", (TemplateArray values, double width, double height) => ChartPath.Area(Numbers(values), width, ScaleOf(values, height))),
            ["bar_x"] = TemplateFunction.From("chart.bar_x", (int index, int count, double width) => ChartPath.BarX(index, count, width)),
            ["point_x"] = TemplateFunction.From("chart.point_x", (int index, int count, double width) => ChartPath.PointX(index, count, width)),
        },
    };

    /// <summary>The same, for a drawing of which is to be known what its QR codes say.</summary>
    /// <param name="drawn">Told of each.</param>
    public static TemplateObject Telling(Action<string> drawn) => new() { ["poster"] = PosterFunctions.Telling(drawn), ["chart"] = Table["chart"] };

    private static TemplateObject Scale(TemplateArray values, double height)
    {
        var scale = ScaleOf(values, height);
        return new TemplateObject
        {
            ["max"] = scale.Max,
            ["ticks"] = new TemplateArray(scale.Ticks.Select(tick => (object?)new TemplateObject { ["value"] = tick.Value, ["y"] = tick.Y })),
        };
    }

    private static ChartScale ScaleOf(TemplateArray values, double height) => ChartScale.Linear(Numbers(values), Math.Clamp(height, 1, 10_000));

    private static double[] Numbers(TemplateArray values) =>
        [.. values.Select(value => value is IConvertible number and not string ? number.ToDouble(System.Globalization.CultureInfo.InvariantCulture) : 0)];
}
