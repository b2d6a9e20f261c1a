using System.Globalization;
using System.Xml.Linq;
using DealBot.Imaging.Text;

namespace DealBot.Core.Tests.Posters;

/// <summary>A line of text of a drawing, with the box it takes by its measured width.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Baseline">Where letters stand.</param>
/// <param name="Size">The largest font size in it.</param>
/// <param name="SmallestSize">The smallest font size in it, ¥ and decimals of prices aside.</param>
internal sealed record DrawnText(string Words, double Left, double Right, double Baseline, double Size, double SmallestSize)
{
    // Chinese letters and digits reach this far above and below the line they stand on, as parts of the font size.
    private const double Above = 0.82;
    private const double Below = 0.08;

    public double Top => Baseline - (Above * Size);

    public double Bottom => Baseline + (Below * Size);

    public static IReadOnlyList<DrawnText> Of(string svg) => [.. XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "text").Select(Of)];

    public bool Meets(double left, double top, double right, double bottom) => Left < right && Right > left && Top < bottom && Bottom > top;

    public bool Meets(DrawnText other) => Meets(other.Left, other.Top, other.Right, other.Bottom);

    public override string ToString() => FormattableString.Invariant($"“{Words}” at {Left:0}–{Right:0}, {Baseline:0}");

    public static double Number(XElement element, string name, double otherwise = 0) =>
        element.Attribute(name) is { } attribute ? double.Parse(attribute.Value, CultureInfo.InvariantCulture) : otherwise;

    private static DrawnText Of(XElement text)
    {
        Assert.That(text.AncestorsAndSelf().Select(element => element.Attribute("transform")), Is.All.Null, $"text is laid out without transformations: {text}");
        var size = Number(text, "font-size");
        var spans = text.Elements().Select(span => (span.Value, Size: Number(span, "font-size", size), Shift: Number(span, "dx"))).DefaultIfEmpty((text.Value, Size: size, Shift: 0.0)).ToList();
        var width = spans.Sum(span => (TextWrap.Measure(span.Value) * span.Size) + span.Shift);
        var x = Number(text, "x");
        var left = text.Attribute("text-anchor")?.Value switch
        {
            "middle" => x - (width / 2),
            "end" => x - width,
            _ => x,
        };
        var largest = spans.Max(span => span.Size);
        return new DrawnText(text.Value, left, left + width, Number(text, "y"), largest, text.Value.StartsWith('¥') ? largest : spans.Min(span => span.Size));
    }
}
