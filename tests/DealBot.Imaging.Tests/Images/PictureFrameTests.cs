using System.Xml.Linq;
using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;
using DealBot.Imaging.Tests.Rasterizing;

namespace DealBot.Imaging.Tests.Images;

public class PictureFrameTests
{
    private static readonly Frame Square = new(10, 10, 80, 80, 20);

    [Test]
    public void Picture_is_cropped_to_the_frame_and_its_corners()
    {
        var wide = Svg.Rasterizer.ToPng(Svg.Document("""<rect width="300" height="50" fill="#00f"/><rect x="125" width="50" height="50" fill="#f00"/>""", 300, 50), PngOptions.Default);

        var drawn = Svg.Draw(PictureFrame.Draw(DataUri.ForImage(wide), Square));

        Assert.That((drawn[50, 50], drawn[12, 50], drawn[88, 50]), Is.EqualTo((0xFFFF0000u, 0xFFFF0000u, 0xFFFF0000u)), "the middle of the picture fills the frame");
        Assert.That((drawn[8, 50], drawn[12, 12], drawn[92, 50]), Is.EqualTo((0u, 0u, 0u)), "nothing outside of it");
    }

    private static IEnumerable<TestCaseData> NoPictures()
    {
        var red = DataUri.ForImage(Svg.RedPng())!;
        yield return new TestCaseData(null).SetArgDisplayNames("none");
        yield return new TestCaseData("").SetArgDisplayNames("blank");
        yield return new TestCaseData("https://img14.360buyimg.com/a.png").SetArgDisplayNames("address");
        yield return new TestCaseData("file:///etc/passwd").SetArgDisplayNames("file");
        yield return new TestCaseData("\"/><script>alert(1)</script><image href=\"").SetArgDisplayNames("markup");
        yield return new TestCaseData("<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>").SetArgDisplayNames("SVG text");
        yield return new TestCaseData(DataUri.Encode("<svg xmlns='http://www.w3.org/2000/svg'/>"u8, "image/svg+xml")).SetArgDisplayNames("SVG");
        yield return new TestCaseData(DataUri.Encode("<svg xmlns='http://www.w3.org/2000/svg'/>"u8, "image/png")).SetArgDisplayNames("SVG called PNG");
        yield return new TestCaseData(DataUri.Encode("<html>"u8, "text/html")).SetArgDisplayNames("HTML");
        yield return new TestCaseData(red + "\"/><script>").SetArgDisplayNames("markup behind a picture");
        yield return new TestCaseData(red.Replace("png", "jpeg", StringComparison.Ordinal)).SetArgDisplayNames("PNG called JPEG");
        yield return new TestCaseData(DataUri.Encode(ImageFile.ClaimingPng(60_000, 60_000), "image/png")).SetArgDisplayNames("bomb");
        yield return new TestCaseData(DataUri.Encode(ImageFile.WhitePng(1, 20_000), "image/png")).SetArgDisplayNames("strip");
        yield return new TestCaseData(DataUri.Encode(ImageFile.JpegOfScans(1), "image/jpeg")).SetArgDisplayNames("damaged JPEG");
        yield return new TestCaseData("data:image/png;base64," + new string('A', 10_000_000)).SetArgDisplayNames("too long");
    }

    [TestCaseSource(nameof(NoPictures))]
    public void Anything_else_gives_the_placeholder(string? picture)
    {
        var drawn = Svg.Draw(PictureFrame.Draw(picture, Square, new PictureLook("#00ff00", "#0000ff", "")));

        Assert.That(drawn[14, 40], Is.EqualTo(0xFF00FF00), "the ground");
        Assert.That(drawn.Count(pixel => pixel == 0xFF0000FF), Is.GreaterThan(50), "the icon");
    }

    [Test]
    public void Label_is_shown_where_there_is_room_and_cannot_break_the_drawing()
    {
        var look = PictureLook.Default with { Label = "<b>\u202E牛奶&\0水果和一个很长很长的类目名" };

        var large = XElement.Parse($"<g>{PictureFrame.Draw(null, new Frame(0, 0, 300, 300), look)}</g>");
        var small = XElement.Parse($"<g>{PictureFrame.Draw(null, new Frame(0, 0, 100, 100), look)}</g>");

        Assert.That(large.Descendants("text").Single().Value, Does.StartWith("<b>牛奶").And.EndsWith("…"));
        Assert.That(small.Descendants("text"), Is.Empty);
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(-5)]
    public void Any_numbers_make_a_drawing(double number)
    {
        Assert.That(() => Svg.Draw(PictureFrame.Draw(null, new Frame(number, number, number, number, number))), Throws.Nothing);
    }
}
