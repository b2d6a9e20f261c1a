using System.Text.RegularExpressions;
using DealBot.EndToEnd.Rehearsal;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Core.Tests.Posters;

/// <summary>Posters as drawn. Nothing here depends on the exact shapes of a font's version.</summary>
public sealed partial class PosterPixelTests
{
    private const int Margin = 20;

    private static readonly LibrsvgRasterizer Rasterizer = new();

    private static IEnumerable<TestCaseData> Extremes =>
        from template in PosterCases.Templates
        from extreme in (string[])["dear", "nothing saved, no picture, rating, sales or shop", "nine dear"]
        select new TestCaseData(template, extreme);

    [TestCaseSource(nameof(Extremes))]
    [TestCase("posters/countdown.sbn-svg", "coupon ends in two days")]
    public void Letters_keep_to_their_measured_boxes_and_off_the_margins(string template, string extreme)
    {
        var svg = PosterCases.Render(template, PosterCases.All[extreme]);
        var drawn = PngPixels.Decode(Rasterizer.ToPng(svg, PngOptions.Default));
        var ground = PngPixels.Decode(Rasterizer.ToPng(Text().Replace(svg, ""), PngOptions.Default));

        // Letters may lean a little out of the box that their widths add up to.
        var allowed = new bool[drawn.Width * drawn.Height];
        foreach (var text in DrawnText.Of(svg))
        {
            Fill(allowed, drawn, text.Left - 5, text.Baseline - text.Size, text.Right + 5, text.Baseline + (0.3 * text.Size));
        }

        var inked = Enumerable.Range(0, allowed.Length).Where(i => drawn.Differs(ground, i)).ToList();
        Assert.That(inked, Has.Count.GreaterThan(5_000), "text is drawn at all");
        Assert.That(inked.Where(i => !allowed[i]).Select(i => (i % drawn.Width, i / drawn.Width)).Take(3), Is.Empty, "ink outside the measured boxes");
    }

    [Test]
    public async Task Code_of_every_template_is_read_and_leads_to_the_lead_deal()
    {
        using var folder = new TempFolder();
        foreach (var template in PosterCases.Templates)
        {
            foreach (var name in (string[])["ordinary", "nine"])
            {
                var jpeg = Rasterizer.ToJpeg(PosterCases.Render(template, PosterCases.All[name]), JpegOptions.Default);
                await File.WriteAllBytesAsync(folder.File($"{Path.GetFileName(template)}.{name}.jpg"), jpeg);
            }
        }

        var codes = await Zbar.ReadAsync(folder.Path, 375);

        Assert.That(codes.Where(code => code.Value is not [var link] || !link.StartsWith("https://deal.example.cn/g/7kq2mzp4x", StringComparison.Ordinal)).Select(code => code.Key), Is.Empty);
    }

    private static void Fill(bool[] allowed, PngPixels drawn, double left, double top, double right, double bottom)
    {
        for (var y = Math.Max(Margin, (int)top); y < Math.Min(drawn.Height - Margin, bottom); y++)
        {
            for (var x = Math.Max(Margin, (int)left); x < Math.Min(drawn.Width - Margin, right); x++)
            {
                allowed[(y * drawn.Width) + x] = true;
            }
        }
    }

    [GeneratedRegex("<text.*?</text>", RegexOptions.Singleline)]
    private static partial Regex Text();
}
