using System.Xml.Linq;
using DealBot.Imaging.Qr;
using DealBot.Imaging.Rasterizing;
using DealBot.Imaging.Tests.Rasterizing;

namespace DealBot.Imaging.Tests.Qr;

public class QrSvgTests
{
    private const string Link = "https://u.example.com/c/Ab3dE9";

    private static string LongLink { get; } =
        "https://item.example.com/100012043978.html?" + string.Join('&', Enumerable.Range(0, 20).Select(i => $"key{i}=value{i}"));

    [TestCase(QrCorrection.Low)]
    [TestCase(QrCorrection.Medium)]
    [TestCase(QrCorrection.Quartile)]
    [TestCase(QrCorrection.High)]
    public void Code_reads_back_at_every_correction(QrCorrection correction)
    {
        Assert.That(Zbar.Read(Jpeg(Link, 150, new QrOptions { Correction = correction })), Is.EqualTo(Link));
    }

    [Test]
    public void Long_link_reads_back() => Assert.That(Zbar.Read(Jpeg(LongLink, 330)), Is.EqualTo(LongLink));

    [Test]
    public void Chinese_text_reads_back() => Assert.That(Zbar.Read(Jpeg("满199减100 内购券 🎉", 200)), Is.EqualTo("满199减100 内购券 🎉"));

    [Test]
    public void Short_link_reads_back_at_three_pixels_a_module_and_an_odd_scale()
    {
        Assert.That(Zbar.Read(Jpeg(Link, 99)), Is.EqualTo(Link));
        Assert.That(Zbar.Read(Jpeg(Link, 141.7)), Is.EqualTo(Link));
    }

    [Test]
    public void Coloured_code_reads_back()
    {
        Assert.That(Zbar.Read(Jpeg(Link, 150, new QrOptions { Dark = "#7a1020", Light = "rgb(255, 244, 230)" })), Is.EqualTo(Link));
    }

    [Test]
    public void Quiet_zone_of_four_modules_lies_within_the_size()
    {
        const int Module = 5;
        var modules = Width(QrSvg.Draw(Link, 0, 0, 400));

        var pixels = Svg.Draw(QrSvg.Draw(Link, 0, 0, modules * Module), modules * Module, modules * Module);

        Assert.That(pixels.Ink(), Is.EqualTo(pixels.Width * pixels.Height), "ground covers the square");
        Assert.That(pixels[(4 * Module) - 1, (4 * Module) - 1], Is.EqualTo(0xFFFFFFFF));
        Assert.That(pixels[4 * Module, 4 * Module], Is.EqualTo(0xFF000000));
    }

    [TestCase(400, QrCorrection.Quartile)]
    [TestCase(148, QrCorrection.Quartile, Description = "37 modules of 4")]
    [TestCase(147, QrCorrection.Low)]
    [TestCase(99, QrCorrection.Low, Description = "33 modules of 3")]
    public void Correction_is_the_most_that_leaves_modules_easy_to_read(int size, QrCorrection correction)
    {
        Assert.That(QrSvg.Draw(Link, 0, 0, size), Is.EqualTo(QrSvg.Draw(Link, 0, 0, size, new QrOptions { Correction = correction })));
    }

    [Test]
    public void Longer_link_in_the_same_square_gets_less_correction()
    {
        var links = new[] { 20, 60, 90, 130 }.Select(length => "https://d.example/c/".PadRight(length, 'x'));

        var chosen = links.Select(link => Enum.GetValues<QrCorrection>().Single(
            correction => QrSvg.Draw(link, 0, 0, 206) == QrSvg.Draw(link, 0, 0, 206, new QrOptions { Correction = correction, LeastModule = 0 })));

        Assert.That(chosen, Is.EqualTo(new[] { QrCorrection.Quartile, QrCorrection.Quartile, QrCorrection.Medium, QrCorrection.Low }));
    }

    [TestCase(98)]
    [TestCase(10)]
    public void Modules_finer_than_phones_read_are_refused_with_the_size_that_is_needed(double size)
    {
        Assert.That(() => QrSvg.Draw(Link, 0, 0, size), Throws.ArgumentException.With.Message.Contains("at least 99"));
        Assert.That(() => QrSvg.Draw(Link, 0, 0, size, new QrOptions { LeastModule = 0 }), Throws.Nothing);
    }

    [Test]
    public void Colours_cannot_break_out_of_their_attribute()
    {
        var fragment = QrSvg.Draw(Link, 0, 0, 200, new QrOptions { Dark = "\"/><script/>" });

        Assert.That(XElement.Parse(fragment).Elements().Select(element => element.Name.LocalName), Is.EqualTo(new[] { "rect", "path" }));
    }

    [Test]
    public void Text_that_no_code_can_hold_is_refused()
    {
        Assert.That(() => QrSvg.Draw(new string('券', 2000), 0, 0, 100), Throws.ArgumentException.With.Message.Contains("short link"));
        Assert.That(() => QrSvg.Draw("", 0, 0, 100), Throws.ArgumentException);
        Assert.That(() => QrSvg.Draw(Link, 0, 0, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static int Width(string fragment) => (int)XElement.Parse(fragment).Element("rect")!.Attribute("width")!;

    private static byte[] Jpeg(string text, double size, QrOptions? options = null)
    {
        var side = (int)Math.Ceiling(size) + 40;
        var content = $"""<rect width="999" height="999" fill="#888"/>{QrSvg.Draw(text, 20, 20, size, options)}""";
        return Svg.Rasterizer.ToJpeg(Svg.Document(content, side, side), JpegOptions.Default);
    }
}
