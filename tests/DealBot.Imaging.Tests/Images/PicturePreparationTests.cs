using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;
using DealBot.Imaging.Tests.Rasterizing;

namespace DealBot.Imaging.Tests.Images;

public class PicturePreparationTests
{
    private static readonly PicturePreparation Preparation = new(Svg.Rasterizer);

    [Test]
    public void Picture_becomes_a_jpeg_of_what_it_showed()
    {
        foreach (var file in new[] { Svg.RedPng(), Svg.RedJpeg() })
        {
            var pixel = Pixels.DecodeAny(Prepared(file))[4, 4];

            Assert.That(ImageProbe.Read(Prepared(file)), Is.EqualTo(new ImageHeader(ImageFormat.Jpeg, 8, 8)));
            Assert.That(((pixel >> 16) & 0xFF, pixel & 0xFFFF), Is.EqualTo((0xFEu, 0u)).Within(3u));
        }
    }

    [Test]
    public void Large_picture_is_reduced_in_proportion()
    {
        var file = Svg.Rasterizer.ToJpeg(Svg.Document("""<rect width="999" height="999" fill="#080"/>""", 2400, 1200), JpegOptions.Default);

        Assert.That(ImageProbe.Read(Prepared(file)), Is.EqualTo(new ImageHeader(ImageFormat.Jpeg, 720, 360)));
    }

    [Test]
    public void Transparent_ground_becomes_white()
    {
        var file = Svg.Rasterizer.ToPng(Svg.Document("""<rect width="20" height="40" fill="#f00"/>""", 40, 40), PngOptions.Default);

        Assert.That(Pixels.DecodeAny(Prepared(file))[36, 20], Is.EqualTo(0xFFFFFFFF));
    }

    private static IEnumerable<TestCaseData> Hostile()
    {
        yield return new TestCaseData(ImageFile.ClaimingPng(60_000, 60_000), "60000 x 60000 pixels").SetArgDisplayNames("claims to be huge");
        yield return new TestCaseData(ImageFile.WhitePng(12_000, 12_000), "12000 x 12000 pixels").SetArgDisplayNames("unpacks to 144 million pixels");
        yield return new TestCaseData(ImageFile.WhitePng(1, 20_000), "1 x 20000 pixels, one side more than 10 times").SetArgDisplayNames("strip");
        yield return new TestCaseData(ImageFile.JpegOfScans(5_000), "more than 50 scans").SetArgDisplayNames("endless scans");
        yield return new TestCaseData(ImageFile.JpegOfScans(2), "damaged").SetArgDisplayNames("JPEG header alone");
        yield return new TestCaseData(ImageFile.ClaimingPng(100, 100), "damaged").SetArgDisplayNames("PNG without data");
        yield return new TestCaseData(Svg.RedJpeg()[..^400], "damaged").SetArgDisplayNames("cut off");
        yield return new TestCaseData("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "by its content").SetArgDisplayNames("SVG");
        yield return new TestCaseData("<html><script>"u8.ToArray(), "by its content").SetArgDisplayNames("HTML");
        yield return new TestCaseData(Array.Empty<byte>(), "by its content").SetArgDisplayNames("nothing");
        yield return new TestCaseData(new byte[8_000_000].Prepend(Svg.RedPng()), "more than the 7425000 that can be embedded").SetArgDisplayNames("longer than can be embedded");
    }

    [TestCaseSource(nameof(Hostile))]
    public void Hostile_or_broken_picture_is_refused_with_the_cause(byte[] file, string cause)
    {
        var prepared = Preparation.Prepare(file);

        Assert.That((prepared.Jpeg, prepared.Refusal), Is.EqualTo(((byte[]?)null, prepared.Refusal)));
        Assert.That(prepared.Refusal, Does.Contain(cause));
    }

    [Test]
    public void WebP_is_drawn_or_refused_by_name()
    {
        var prepared = Preparation.Prepare(ImageFile.WebP());

        Assert.That(prepared.Jpeg is not null || prepared.Refusal!.Contains("webp-pixbuf-loader", StringComparison.Ordinal), Is.True, prepared.Refusal);
    }

    [Test]
    public void Nine_pictures_of_noise_fit_in_one_poster()
    {
        // A poster may have 8 000 000 characters.
        Assert.That(9 * DataUri.ForImage(Prepared(ImageFile.NoisePng(720)))!.Length, Is.LessThan(7_000_000));
    }

    [Test]
    public void Highly_compressed_picture_within_the_limits_is_drawn()
    {
        var file = ImageFile.WhitePng(4_000, 4_000);
        var black = file.Length;

        Assert.That(black, Is.LessThan(20_000));
        Assert.That(Preparation.Prepare(file).Refusal, Does.Contain("empty"), "all white, so there is nothing to show");
    }

    private static byte[] Prepared(byte[] file)
    {
        var prepared = Preparation.Prepare(file);
        Assert.That(prepared.Refusal, Is.Null);
        return prepared.Jpeg!;
    }
}

file static class Bytes
{
    public static byte[] Prepend(this byte[] tail, byte[] head) => [.. head, .. tail];
}
