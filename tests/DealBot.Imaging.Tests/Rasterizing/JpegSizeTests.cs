using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Tests.Rasterizing;

public class JpegSizeTests
{
    private static string Noise { get; } = Svg.Document(
        """
        <filter id="n" x="0" y="0" width="100%" height="100%"><feTurbulence baseFrequency="0.9" numOctaves="3"/></filter>
        <rect width="400" height="400" filter="url(#n)"/>
        """,
        400,
        400);

    [Test]
    public void Lowers_quality_until_the_file_fits()
    {
        var free = Svg.Rasterizer.ToJpeg(Noise, JpegOptions.Default);

        var bound = Svg.Rasterizer.ToJpeg(Noise, new JpegOptions { MaxBytes = free.Length / 2 });

        Assert.That(bound, Has.Length.LessThanOrEqualTo(free.Length / 2));
        Assert.That(ImageProbe.Read(bound), Is.EqualTo(ImageProbe.Read(free)));
    }

    [Test]
    public void Keeps_the_first_quality_when_it_fits_exactly()
    {
        var free = Svg.Rasterizer.ToJpeg(Noise, JpegOptions.Default);

        var bound = Svg.Rasterizer.ToJpeg(Noise, new JpegOptions { MaxBytes = free.Length });

        Assert.That(bound, Is.EqualTo(free));
    }

    [Test]
    public void Goes_no_lower_than_the_lowest_quality_and_says_how_far_it_is_off()
    {
        var lowest = Svg.Rasterizer.ToJpeg(Noise, new JpegOptions { Quality = 40, Chroma = ChromaSubsampling.Quarter });

        Assert.That(
            () => Svg.Rasterizer.ToJpeg(Noise, new JpegOptions { MaxBytes = 5000 }),
            Throws.TypeOf<ImagingException>().With.Message.StartsWith($"The JPEG takes {lowest.Length} bytes even at quality 40; at most 5000"));
    }

    [Test]
    public void Keeps_colour_at_full_resolution_while_the_file_stays_small()
    {
        var full = Svg.Rasterizer.ToJpeg(Noise, new JpegOptions { Chroma = ChromaSubsampling.Full });
        var quarter = Svg.Rasterizer.ToJpeg(Noise, new JpegOptions { Chroma = ChromaSubsampling.Quarter });

        Assert.That(Svg.Rasterizer.ToJpeg(Noise, new JpegOptions { PreferredBytes = full.Length }), Is.EqualTo(full));
        Assert.That(Svg.Rasterizer.ToJpeg(Noise, new JpegOptions { PreferredBytes = full.Length - 1 }), Is.EqualTo(quarter));
    }

    [TestCase(0.9)]
    [TestCase(0.7)]
    [TestCase(0.5)]
    public void Quality_worked_out_from_the_first_attempt_fits(double share)
    {
        var first = Svg.Rasterizer.ToJpeg(Noise, new JpegOptions { Chroma = ChromaSubsampling.Quarter });
        var most = (int)(first.Length * share);

        var quality = JpegSize.QualityFor(most, first.Length, 88);

        var second = Svg.Rasterizer.ToJpeg(Noise, new JpegOptions { Quality = quality, Chroma = ChromaSubsampling.Quarter });
        Assert.That(second.Length, Is.InRange(most * 6 / 10, most));
    }

    [TestCase(0, 40, 1)]
    [TestCase(101, 40, 1)]
    [TestCase(88, 0, 1)]
    [TestCase(88, 40, 0)]
    public void Refuses_options_out_of_range(int quality, int minQuality, int maxBytes)
    {
        var options = new JpegOptions { Quality = quality, MinQuality = minQuality, MaxBytes = maxBytes };

        Assert.That(() => Svg.Rasterizer.ToJpeg(Noise, options), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
