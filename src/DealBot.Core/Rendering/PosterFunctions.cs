using DealBot.Imaging.Charts;
using DealBot.Imaging.Images;
using DealBot.Imaging.Qr;
using DealBot.Imaging.Text;
using DealBot.Templating;

namespace DealBot.Core.Rendering;

/// <summary>
/// The functions <c>poster.*</c>, which lay out text, prices, QR codes and pictures in SVG; docs/posters.md describes each. They fetch nothing
/// and bear any argument: numbers out of range are brought into it, texts are cleaned and bounded.
/// </summary>
internal static class PosterFunctions
{
    private const int Bold = 700;
    private const int MostLines = 40;
    private const double MostLength = 10_000;
    private const double MostSize = 1_000;

    // Widths are facts of the fonts, so that all renderings share what was measured.
    private static readonly TextRuler Ruler = new();

    public static readonly TemplateObject Table = new()
    {
        ["text"] = TemplateFunction.Markup("poster.text", (string? text) => SvgText.Escape(DisplayText.Clean(text))),
        ["markup"] = TemplateFunction.Markup("poster.markup", (string? svg) => svg ?? ""),
        ["measure"] = TemplateFunction.From(
            "poster.measure", (string? text, int weight = Bold, double spacing = 0) => Measure(weight, spacing)(DisplayText.Clean(text))),
        ["wrap"] = TemplateFunction.Markup(
            "poster.wrap", (string? text, double widthInEm, int maxLines = MostLines, int weight = Bold, double spacing = 0) =>
                Lines(Lay(text, Math.Clamp(widthInEm, 1, 200), maxLines, Measure(weight, spacing)), SvgText.Escape)),
        ["lines"] = TemplateFunction.From(
            "poster.lines", (string? text, double width, double size, int maxLines = MostLines, int weight = Bold, double spacing = 0) =>
                Lines(Lay(text, Length(width) / Size(size), maxLines, Measure(weight, spacing)), line => line)),
        ["fit"] = TemplateFunction.From(
            "poster.fit", (string? text, double width, int maxLines, double largest, double smallest, int weight = Bold, double spacing = 0) =>
                Fit(text, Length(width), maxLines, (Size(largest), Size(smallest)), Measure(weight, spacing))),
        ["price"] = TemplateFunction.From(
            "poster.price", (string? price, double size = 100, double? width = null, int weight = Bold) => Parts(Price(price, size, width, weight))),
        ["price_text"] = TemplateFunction.Markup(
            "poster.price_text", (string? price, double x, double y, double size, double? width = null, string anchor = "start", string fill = "", int weight = Bold) =>
                Draw(Price(price, size, width, weight), new PricePlace(x, y, anchor, Colour(fill), Weight(weight)))),
        ["qr"] = Qr(_ => { }),
        ["image"] = TemplateFunction.Markup(
            "poster.image", (string? picture, double x, double y, double width, double height, double radius = 0, string label = "", string? ground = null, string? ink = null) =>
                PictureFrame.Draw(
                    picture,
                    new Frame(x, y, width, height, radius),
                    new PictureLook(Colour(ground ?? PictureLook.Default.Ground), Colour(ink ?? PictureLook.Default.Ink), label))),
    };

    /// <summary>The same, for a drawing of which is to be known what its QR codes say.</summary>
    /// <param name="drawn">Told of each, before it is drawn.</param>
    public static TemplateObject Telling(Action<string> drawn)
    {
        var table = new TemplateObject();
        foreach (var (name, function) in Table)
        {
            table[name] = name == "qr" ? Qr(drawn) : function;
        }

        return table;
    }

    private static TemplateFunction Qr(Action<string> drawn) => TemplateFunction.Markup(
        "poster.qr",
        (string text, double x, double y, double size, string dark = "#000", string light = "#fff") =>
        {
            drawn(text);
            return QrSvg.Draw(text, x, y, size, new QrOptions { Dark = Colour(dark), Light = Colour(light) });
        });

    private static Func<string, double> Measure(int weight, double spacing)
    {
        var face = new FontFace(FontFace.PosterFamily, Weight(weight));
        var apart = double.IsFinite(spacing) ? Math.Clamp(spacing, -0.5, 5) : 0;
        return text => Ruler.Measure(text, face, apart);
    }

    private static WrappedText Lay(string? text, double widthInEm, int maxLines, Func<string, double> measure) =>
        TextWrap.Lay(DisplayText.Clean(text), widthInEm, Math.Clamp(maxLines, 1, MostLines), measure);

    private static TemplateArray Lines(WrappedText text, Func<string, string> write) => [.. text.Lines.Select(write)];

    private static TemplateObject Fit(string? text, double width, int maxLines, (double Largest, double Smallest) range, Func<string, double> measure)
    {
        var fitted = FittedText.Largest(
            DisplayText.Clean(text), width, Math.Clamp(maxLines, 1, MostLines), Math.Max(range.Largest, range.Smallest), range.Smallest, measure);
        return new TemplateObject { ["size"] = fitted.Size, ["lines"] = Lines(fitted.Text, line => line), ["is_cut"] = fitted.Text.IsCut };
    }

    private static PriceText Price(string? price, double size, double? width, int weight) =>
        PriceText.Fit(price, Size(size), width is { } room ? Length(room) : null, Measure(weight, 0));

    private static TemplateObject Parts(PriceText price) => new()
    {
        ["symbol"] = PriceText.Symbol,
        ["integer"] = price.Whole,
        ["grouped"] = PriceText.Grouped(price.Whole),
        ["decimals"] = price.Decimals,
        ["size"] = price.Size,
        ["symbol_size"] = price.SymbolSize,
        ["decimals_size"] = price.DecimalsSize,
        ["gap"] = price.Gap,
        ["width"] = price.Width,
    };

    private static string Draw(PriceText price, PricePlace place)
    {
        // The anchor is worked out here, so that every part keeps its own size and the gap counts.
        var left = place.X - (place.Anchor switch { "end" => price.Width, "middle" => price.Width / 2, _ => 0 });
        var fill = place.Fill.Length == 0 ? "" : $" fill=\"{SvgText.Escape(place.Fill)}\"";
        return $"""<text x="{SvgNumber.Format(left)}" y="{SvgNumber.Format(place.Y)}" font-weight="{place.Weight}"{fill}>"""
            + Part(PriceText.Symbol, price.SymbolSize, 0) + Part(price.Whole, price.Size, price.Gap) + Part(price.Decimals, price.DecimalsSize, 0)
            + "</text>";
    }

    private static string Part(string text, double size, double gap) => text.Length == 0
        ? ""
        : $"""<tspan{(gap == 0 ? "" : $" dx=\"{SvgNumber.Format(gap)}\"")} font-size="{SvgNumber.Format(size)}">{SvgText.Escape(text)}</tspan>""";

    // The longest names are rgb() with decimals. What is no colour is drawn as none.
    private static string Colour(string colour) => DisplayText.Clean(colour, 64);

    private static int Weight(int weight) => Math.Clamp(weight, 100, 900);

    private static double Length(double length) => double.IsNaN(length) ? 1 : Math.Clamp(length, 1, MostLength);

    private static double Size(double size) => double.IsNaN(size) ? 1 : Math.Clamp(size, 1, MostSize);

    private sealed record PricePlace(double X, double Y, string Anchor, string Fill, int Weight);
}
