using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DealBot.Core.Configuration;
using DealBot.Core.Rendering;
using DealBot.Templating;

namespace DealBot.Core.Tests.Posters;

/// <summary>What holds for every poster template and every post: text is large enough, within the margins, and in nobody's way.</summary>
[TestFixtureSource(typeof(PosterCases), nameof(PosterCases.Templates))]
public sealed partial class PosterLayoutTests(string template)
{
    private const double Margin = 24;
    private const double SmallestText = 22;

    private Dictionary<string, string> _drawings = null!;

    [OneTimeSetUp]
    public void Render()
    {
        _drawings = PosterCases.All.ToDictionary(pair => pair.Key, pair => PosterCases.Render(template, pair.Value));
        for (var deals = 1; deals <= 9; deals++)
        {
            _drawings[$"{deals} deals"] = PosterCases.Render(template, PosterCases.Of(deals));
        }
    }

    [Test]
    public void Text_can_be_read_on_a_phone() => Nowhere(svg => DrawnText.Of(svg).Where(text => text.SmallestSize < SmallestText));

    [Test]
    public void Text_keeps_to_the_margins() =>
        Nowhere(svg => DrawnText.Of(svg).Where(text => text.Left < Margin || text.Right > 750 - Margin || text.Top < Margin || text.Bottom > 1334 - Margin));

    [Test]
    public void No_text_lies_on_another() => Nowhere(svg =>
    {
        var texts = DrawnText.Of(svg);
        return texts.SelectMany((text, i) => texts.Skip(i + 1).Where(text.Meets).Select(other => $"{text} and {other}"));
    });

    [Test]
    public void No_text_lies_on_the_code() => Nowhere(svg =>
    {
        var (x, y, side) = Code(svg);
        return DrawnText.Of(svg).Where(text => text.Meets(x, y, x + side, y + side));
    });

    [Test]
    public void Text_is_either_on_a_picture_or_off_it() => Nowhere(svg => Pictures(svg).SelectMany(picture => DrawnText.Of(svg)
        .Where(text => text.Meets(picture.Left, picture.Top, picture.Right, picture.Bottom))
        .Where(text => text.Left < picture.Left || text.Right > picture.Right || text.Top < picture.Top || text.Bottom > picture.Bottom)));

    [Test]
    public void Code_is_large_enough_to_scan_and_within_the_margins() => Nowhere(svg =>
    {
        var (x, y, side) = Code(svg);
        return side >= 180 && x >= Margin && y >= Margin && x + side <= 750 - Margin && y + side <= 1334 - Margin ? Array.Empty<string>() : [$"{side} at {x}, {y}"];
    });

    [Test]
    public void Words_of_the_template_are_lawful() =>
        Nowhere(svg => DrawnText.Of(svg).Select(text => text.Words).Where(words => new SelectionSettings().AdLawWords.Any(words.Contains)));

    [Test]
    public void Small_print_is_always_there() =>
        Nowhere(svg => DrawnText.Of(svg).Any(text => text.Words.Contains("仅供参考，价格以下单页为准", StringComparison.Ordinal)) ? Array.Empty<string>() : ["no small print"]);

    [Test]
    public void Nothing_is_struck_through_where_nothing_is_saved()
    {
        var svg = _drawings["nothing saved, no picture, rating, sales or shop"];

        Assert.That(svg, Does.Not.Contain("line-through").And.Not.Contain("省"));
    }

    [Test]
    public void Nothing_that_draws_slowly_or_spoils_emoji_is_used() => Nowhere(svg => Slow().Matches(svg).Select(match => match.Value));

    private void Nowhere<T>(Func<string, IEnumerable<T>> find) =>
        Assert.That(_drawings.SelectMany(pair => find(pair.Value).Select(found => $"{pair.Key}: {found}")), Is.Empty);

    private static (double X, double Y, double Side) Code(string svg)
    {
        var match = CodePlace().Match(svg);
        double Number(string name) => double.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture);
        return (Number("x"), Number("y"), Number("scale") * Number("modules"));
    }

    /// <summary>Frames of pictures, save those that run from edge to edge and go on beneath the panel.</summary>
    private static IEnumerable<(double Left, double Top, double Right, double Bottom)> Pictures(string svg) => XDocument.Parse(svg).Descendants()
        .Where(element => element.Name.LocalName == "clipPath").Select(clip => clip.Elements().First()).Where(frame => DrawnText.Number(frame, "width") < 750)
        .Select(frame => (DrawnText.Number(frame, "x"), DrawnText.Number(frame, "y"), DrawnText.Number(frame, "x") + DrawnText.Number(frame, "width"), DrawnText.Number(frame, "y") + DrawnText.Number(frame, "height")));

    [GeneratedRegex("""translate\((?<x>[0-9.]+) (?<y>[0-9.]+)\) scale\((?<scale>[0-9.]+)\)" shape-rendering="crispEdges">\s*<rect width="(?<modules>[0-9]+)""")]
    private static partial Regex CodePlace();

    [GeneratedRegex("<filter|<mask|[ \"]opacity=")]
    private static partial Regex Slow();
}
