using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;
using DealBot.Imaging.Tests.Rasterizing;

namespace DealBot.Imaging.Tests.Images;

public class ImageProbeTests
{
    // Headers after RFC 9649 and the GIF specification; nothing behind them matters to the probe.
    private static readonly byte[] WebPLossy = [.. "RIFF\x20\0\0\0WEBPVP8 \x14\0\0\0"u8, 0x30, 0x01, 0x00, 0x9D, 0x01, 0x2A, 0x10, 0x00, 0x0C, 0x00];
    private static readonly byte[] WebPLossless = [.. "RIFF\x20\0\0\0WEBPVP8L\x14\0\0\0"u8, 0x2F, 0x2B, 0x81, 0x01, 0x00, 0x00];
    private static readonly byte[] WebPExtended = [.. "RIFF\x20\0\0\0WEBPVP8X\x0A\0\0\0"u8, 0x10, 0, 0, 0, 0xE7, 0x03, 0x00, 0x8F, 0x01, 0x00];
    private static readonly byte[] Gif = [.. "GIF89a"u8, 0x40, 0x01, 0xF0, 0x00, 0xF7, 0, 0];

    private static IEnumerable<TestCaseData> Images()
    {
        var jpeg = Svg.Rasterizer.ToJpeg(Svg.Document("", 300, 20), JpegOptions.Default);
        yield return new TestCaseData(Svg.RedPng(), new ImageHeader(ImageFormat.Png, 8, 8)).SetArgDisplayNames("png");
        yield return new TestCaseData(jpeg, new ImageHeader(ImageFormat.Jpeg, 300, 20)).SetArgDisplayNames("jpeg");
        yield return new TestCaseData(WebPLossy, new ImageHeader(ImageFormat.WebP, 16, 12)).SetArgDisplayNames("webp lossy");
        yield return new TestCaseData(WebPLossless, new ImageHeader(ImageFormat.WebP, 300, 7)).SetArgDisplayNames("webp lossless");
        yield return new TestCaseData(WebPExtended, new ImageHeader(ImageFormat.WebP, 1000, 400)).SetArgDisplayNames("webp extended");
        yield return new TestCaseData(Gif, new ImageHeader(ImageFormat.Gif, 320, 240)).SetArgDisplayNames("gif");
    }

    [TestCaseSource(nameof(Images))]
    public void Reads_type_and_size(byte[] image, ImageHeader header) => Assert.That(ImageProbe.Read(image), Is.EqualTo(header));

    [TestCaseSource(nameof(Images))]
    public void Any_truncation_gives_the_header_or_nothing(byte[] image, ImageHeader header)
    {
        var read = Enumerable.Range(0, image.Length).Select(length => ImageProbe.Read(image.AsSpan(0, length))).ToArray();

        Assert.That(read.Distinct(), Is.SubsetOf(new ImageHeader?[] { null, header }));
        Assert.That(read[5], Is.Null);
    }

    [TestCase("")]
    [TestCase("FF")]
    [TestCase("FFD8FF")]
    [TestCase("FFD8FFD9", Description = "ends before a frame")]
    [TestCase("FFD8FFE0FFFF00", Description = "segment longer than the file")]
    [TestCase("FFD8FFC0001108000000100301", Description = "height 0")]
    [TestCase("3C73766720786D6C6E733D22", Description = "SVG is not probed")]
    [TestCase("424D3600000000000000360000002800000010000000")]
    public void Anything_else_is_unknown(string hex) => Assert.That(ImageProbe.Read(Convert.FromHexString(hex)), Is.Null);

    [Test]
    public void Skips_the_padding_and_metadata_of_a_jpeg()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE1, 0, 4, 0xFF, 0xC0, 0xFF, 0xFF, 0xFF, 0xC2, 0, 17, 8, 0x02, 0x00, 0x03, 0x00, 3];

        Assert.That(ImageProbe.Read(jpeg), Is.EqualTo(new ImageHeader(ImageFormat.Jpeg, 768, 512)));
    }

    [Test]
    public void Noise_after_a_true_signature_never_throws()
    {
        var random = new Random(5);
        byte[][] signatures = [WebPLossy[..16], WebPLossless[..16], WebPExtended[..16], Gif[..6], Svg.RedPng()[..8], [0xFF, 0xD8, 0xFF]];
        for (var i = 0; i < 5000; i++)
        {
            var noise = new byte[random.Next(60)];
            random.NextBytes(noise);

            Assert.That(() => ImageProbe.Read([.. signatures[i % signatures.Length], .. noise]), Throws.Nothing);
        }
    }
}
