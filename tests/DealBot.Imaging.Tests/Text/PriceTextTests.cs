using DealBot.Imaging.Tests.Rasterizing;
using DealBot.Imaging.Text;

namespace DealBot.Imaging.Tests.Text;

public class PriceTextTests
{
    private static readonly TextRuler Ruler = new();

    [TestCase("24.9", "24", ".9")]
    [TestCase("25", "25", "")]
    [TestCase("0.01", "0", ".01")]
    [TestCase("¥128,888.00", "128,888", ".00")]
    [TestCase("￥ 9.9", "9", ".9")]
    [TestCase("", "", "")]
    [TestCase(null, "", "")]
    public void Parts_of_a_price(string? price, string whole, string decimals) => Assert.That(PriceText.Split(price), Is.EqualTo((whole, decimals)));

    [TestCase("9999", "9999")]
    [TestCase("10000", "10,000")]
    [TestCase("128888", "128,888")]
    [TestCase("128,888", "128,888")]
    [TestCase("面议", "面议")]
    public void Large_prices_can_be_grouped(string whole, string grouped) => Assert.That(PriceText.Grouped(whole), Is.EqualTo(grouped));

    [TestCase("0.01")]
    [TestCase("9.9")]
    [TestCase("1299")]
    [TestCase("128888.00")]
    public void Any_price_fits_its_room(string price)
    {
        var fitted = PriceText.Fit(price, 120, 300, Measure);

        Assert.That(fitted.Width, Is.LessThanOrEqualTo(300));
        Assert.That(fitted.Size, Is.InRange(30, 120));
    }

    [Test]
    public void Short_price_keeps_the_size_it_was_given() => Assert.That(PriceText.Fit("9.9", 60, 300, Measure).Size, Is.EqualTo(60));

    [Test]
    public void Every_digit_is_as_wide_as_any_other()
    {
        var widths = "0123456789".Select(digit => Ruler.Measure(new string(digit, 6), FontFace.Bold) / 6);

        Assert.That(widths, Is.All.EqualTo(Ruler.Measure("0", FontFace.Bold)).Within(1e-6));
    }

    [Test]
    public void Width_is_that_of_the_drawing()
    {
        var price = PriceText.Fit("128888.08", 100, null, Measure);
        var parts = $"""<tspan font-size="{price.SymbolSize}">¥</tspan><tspan dx="{price.Gap}" font-size="{price.Size}">{price.Whole}</tspan>"""
            + $"""<tspan font-size="{price.DecimalsSize}">{price.Decimals}</tspan>""";

        var drawn = Drawn(parts + "<tspan font-size=\"100\">口</tspan>") - Drawn("");

        // What lies between the left edge of ¥ and the 口 behind the price, but for the bearings of both.
        Assert.That(drawn, Is.EqualTo(price.Width + 88).Within(2).Percent);
    }

    private static int Drawn(string parts) =>
        Svg.Draw($"""<text x="10" y="120" font-family="Noto Sans CJK SC" font-weight="700">{parts}</text>""", 900, 160).InkedWidth();

    private static double Measure(string text) => Ruler.Measure(text, FontFace.Bold);
}
