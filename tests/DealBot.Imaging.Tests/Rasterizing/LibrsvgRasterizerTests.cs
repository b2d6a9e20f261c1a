using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Tests.Rasterizing;

public class LibrsvgRasterizerTests
{
    private const uint Red = 0xFFFF0000;

    [Test]
    public void Jpeg_has_the_size_of_the_document_times_the_scale()
    {
        var jpeg = Svg.Rasterizer.ToJpeg(Svg.Poster(1), new JpegOptions { Scale = 1.5 });

        Assert.That(ImageProbe.Read(jpeg), Is.EqualTo(new ImageHeader(ImageFormat.Jpeg, 450, 300)));
    }

    [Test]
    public void Png_has_the_size_of_the_document_times_the_scale()
    {
        var png = Svg.Rasterizer.ToPng(Svg.Poster(1), new PngOptions { Scale = 0.5 });

        Assert.That(ImageProbe.Read(png), Is.EqualTo(new ImageHeader(ImageFormat.Png, 150, 100)));
    }

    [TestCase("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>""")]
    [TestCase("""<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%" viewBox="5 5 40 30"/>""")]
    public void Takes_the_size_of_the_view_box_when_width_and_height_are_absent_or_relative(string svg)
    {
        var png = Svg.Rasterizer.ToPng(svg, PngOptions.Default);

        Assert.That(ImageProbe.Read(png), Is.EqualTo(new ImageHeader(ImageFormat.Png, 40, 30)));
    }

    [Test]
    public void Physical_units_are_at_96_dots_an_inch()
    {
        var png = Svg.Rasterizer.ToPng("""<svg xmlns="http://www.w3.org/2000/svg" width="1in" height="0.5in"/>""", PngOptions.Default);

        Assert.That(ImageProbe.Read(png), Is.EqualTo(new ImageHeader(ImageFormat.Png, 96, 48)));
    }

    [Test]
    public void Draws_colours_where_the_document_says_and_leaves_the_rest_of_a_png_transparent()
    {
        var pixels = Svg.Draw("""<rect x="10" y="20" width="30" height="40" fill="#f00"/>""");

        Assert.That(pixels.Count(pixel => pixel == Red), Is.EqualTo(30 * 40));
        Assert.That(pixels[10, 20], Is.EqualTo(Red));
        Assert.That(pixels[9, 20], Is.Zero);
    }

    [Test]
    public void Draws_a_jpeg_on_white()
    {
        var jpeg = Svg.Rasterizer.ToJpeg(Svg.Document("""<rect width="50" height="100" fill="#00f"/>"""), JpegOptions.Default);

        var pixels = Pixels.DecodeAny(jpeg);
        Assert.That(pixels[80, 50], Is.EqualTo(0xFFFFFFFF));
        Assert.That(pixels[20, 50] & 0xFF, Is.GreaterThan(250u), "blue");
        Assert.That((pixels[20, 50] >> 16) & 0xFF, Is.LessThan(5u), "red");
    }

    [Test]
    public void Full_chroma_keeps_colour_edges_that_quarter_chroma_blurs()
    {
        var stripes = Svg.Document(string.Concat(Enumerable.Range(0, 50).Select(i => $"""<rect x="{i * 2}" width="1" height="100" fill="#f00"/>""")));

        var full = Svg.Rasterizer.ToJpeg(stripes, new JpegOptions { Chroma = ChromaSubsampling.Full, Quality = 95 });
        var quarter = Svg.Rasterizer.ToJpeg(stripes, new JpegOptions { Chroma = ChromaSubsampling.Quarter, Quality = 95 });

        Assert.That(Pixels.DecodeAny(full).Coloured(), Is.GreaterThan(2 * Pixels.DecodeAny(quarter).Count(IsStrongRed)));
        static bool IsStrongRed(uint pixel) => (pixel & 0x00FFFF) == 0 && pixel >= 0xFFF00000;
    }

    [Test]
    public void Disregards_the_encoding_that_the_document_declares()
    {
        var svg = """<?xml version="1.0" encoding="GBK"?>""" + "\n" + Svg.Document("<text y='80' font-size='70'>券</text>");

        var pixels = Pixels.Decode(Svg.Rasterizer.ToPng("\uFEFF" + svg, PngOptions.Default));

        Assert.That(pixels.SameAs(Svg.Draw("<text y='80' font-size='70'>券</text>")), Is.True);
    }

    [Test]
    public void Chinese_text_draws_ink_and_not_the_same_box_for_every_character()
    {
        var (coupon, one) = (Svg.DrawText("券"), Svg.DrawText("一"));

        Assert.That(coupon.Ink(), Is.GreaterThan(800));
        Assert.That(one.Ink(), Is.InRange(100, coupon.Ink() / 2));
    }

    [Test]
    public void Emoji_are_drawn_in_colour()
    {
        Assert.That(Svg.DrawText("🎉").Coloured(), Is.GreaterThan(300));
        Assert.That(Svg.DrawText("券").Coloured(), Is.Zero);
    }

    [Test]
    public void Emoji_within_a_link_a_clip_and_a_turn_are_drawn_in_colour()
    {
        var pixels = Svg.Draw("""
            <clipPath id="c"><rect width="100" height="100"/></clipPath>
            <a href="https://example.com/"><g clip-path="url(#c)" transform="rotate(5)"><text x="10" y="75" font-size="70">🎉</text></g></a>
            """);

        Assert.That(pixels.Coloured(), Is.GreaterThan(300));
    }

    [Test]
    public void Draws_embedded_png_jpeg_and_gif()
    {
        var gif = Convert.FromBase64String("R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==");

        var centres = new[] { Svg.RedPng(), Svg.RedJpeg(), gif }.Select(image => Svg.Draw(Svg.Image(DataUri.ForImage(image)!))[50, 50]);

        Assert.That(centres.Select(pixel => pixel & 0xFFF0F0F0), Is.All.EqualTo(0xFFF00000));
    }

    [Test]
    public void Concurrent_drawings_equal_those_drawn_alone()
    {
        var alone = Enumerable.Range(0, 10).Select(i => Svg.Rasterizer.ToJpeg(Svg.Poster(i), JpegOptions.Default)).ToArray();

        var together = new byte[200][];
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 },
            i => together[i] = Svg.Rasterizer.ToJpeg(Svg.Poster(i % 10), JpegOptions.Default));

        Assert.That(together.Index().Where(drawn => !drawn.Item.AsSpan().SequenceEqual(alone[drawn.Index % 10])), Is.Empty);
    }

    [Test]
    public void A_cancelled_token_stops_before_drawing()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(() => Svg.Rasterizer.ToJpeg(Svg.Poster(1), JpegOptions.Default, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => Svg.Rasterizer.ToPng(Svg.Poster(1), PngOptions.Default, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(8.5)]
    [TestCase(double.NaN)]
    public void Refuses_a_scale_out_of_range(double scale)
    {
        Assert.That(() => Svg.Rasterizer.ToPng(Svg.Poster(1), new PngOptions { Scale = scale }), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
