using DealBot.Imaging.Tests.Rasterizing;
using DealBot.Imaging.Text;

namespace DealBot.Imaging.Tests.Text;

public class TextRulerTests
{
    private const int Size = 100;

    private static readonly TextRuler Ruler = new();

    [TestCase("到手价立减")]
    [TestCase("Wireless AVATAR To Type")]
    [TestCase("0123456789")]
    [TestCase("¥128888.00")]
    [TestCase("iPhone17 Pro 256GB 国行5G手机")]
    [TestCase("，。！？：；（）【】《》、")]
    [TestCase("“好价”……——·")]
    [TestCase("🎉👨‍👩‍👧🇨🇳❤️")]
    [TestCase("新品🎉上市")]
    [TestCase("500ml×3 2.5kg 50% ～℃")]
    [TestCase("é e\u0301 ñ Ω я")]
    public void Measures_what_is_drawn(string text)
    {
        foreach (var weight in new[] { 400, 700 })
        {
            var measured = Ruler.Measure(text, new FontFace(FontFace.PosterFamily, weight)) * Size;

            Assert.That(measured, Is.EqualTo(Drawn(text, weight)).Within(1).Percent.Or.EqualTo(Drawn(text, weight)).Within(2), $"weight {weight}");
        }
    }

    [Test]
    public void Letter_spacing_counts_between_graphemes()
    {
        var drawn = Ink("口口口口", 400, "letter-spacing=\"12\"") - Ink("口口口口", 400, "");
        var measured = Ruler.Measure("口口口口", FontFace.Regular, 0.12) - Ruler.Measure("口口口口", FontFace.Regular);

        Assert.That((drawn, measured * Size), Is.EqualTo((36, 36.0)).Within(1e-6));
        Assert.That(Ruler.Measure("👨‍👩‍👧口", FontFace.Regular, 1) - Ruler.Measure("👨‍👩‍👧口", FontFace.Regular), Is.EqualTo(1).Within(1e-9));
    }

    [Test]
    public void Parts_add_up_to_the_whole()
    {
        string[] words = ["券", "牛奶，", "WAVE", " ", "¥49.9", "🎉", "（整箱）", "e\u0301", "葛\uDB40\uDD00", "か\u3099"];

        Assert.That(Ruler.Measure(string.Concat(words), FontFace.Bold), Is.EqualTo(words.Sum(word => Ruler.Measure(word, FontFace.Bold))).Within(0.05));
    }

    [Test]
    public void Threads_that_measure_at_once_agree()
    {
        var ruler = new TextRuler();
        var texts = Enumerable.Range(0, 400).Select(i => $"第{i % 50}款 iPhone{i % 50} Pro 🎉 ¥{i % 50}.9").ToArray();

        var widths = texts.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(text => ruler.Measure(text, FontFace.Bold)).ToArray();

        Assert.That(widths, Is.EqualTo(texts.Select(text => Ruler.Measure(text, FontFace.Bold)).ToArray()));
    }

    [TestCase("")]
    [TestCase(null)]
    public void Nothing_has_no_width(string? text) => Assert.That(Ruler.Measure(text, FontFace.Bold), Is.Zero);

    [Test]
    public void Broken_text_and_unknown_fonts_are_measured_without_a_fault()
    {
        Assert.That(Ruler.Measure("a\uD83D\0\uFFFEb\n\u2028", FontFace.Bold), Is.GreaterThan(0));
        Assert.That(Ruler.Measure("券", new FontFace("No Such Font 12, \"", 950)), Is.EqualTo(1).Within(0.2));
        Assert.That(Ruler.Measure(new string('x', 100_000), FontFace.Bold), Is.GreaterThan(10_000));
    }

    /// <summary>The advance of a text: what it pushes two characters apart.</summary>
    private static double Drawn(string text, int weight) => Ink($"口{text}口", weight, "") - Ink("口口", weight, "");

    private static int Ink(string text, int weight, string style)
    {
        var content = $"""<text x="10" y="120" font-size="{Size}" font-family="Noto Sans CJK SC" font-weight="{weight}" {style}>{SvgText.Escape(text)}</text>""";
        return Svg.Draw(content, 3600, 160).InkedWidth();
    }
}
