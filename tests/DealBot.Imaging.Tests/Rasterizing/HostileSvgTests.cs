using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Tests.Rasterizing;

public class HostileSvgTests
{
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g></svg>", "on line 1 column")]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>a & b</text></svg>", "line 1")]
    [TestCase("<html/>", "cannot be read")]
    [TestCase("", "cannot be read")]
    [TestCase("就是一句话", "cannot be read")]
    public void Malformed_document_is_refused_with_the_reason_of_the_parser(string svg, string reason)
    {
        Assert.That(() => Svg.Rasterizer.ToPng(svg, PngOptions.Default), Throws.TypeOf<ImagingException>().With.Message.Contains(reason));
    }

    [Test]
    public void Document_without_a_size_is_refused()
    {
        Assert.That(
            () => Svg.Rasterizer.ToPng("""<svg xmlns="http://www.w3.org/2000/svg"/>""", PngOptions.Default),
            Throws.TypeOf<ImagingException>().With.Message.Contains("width and height"));
    }

    [TestCase("4001", "4000")]
    [TestCase("32768", "1")]
    [TestCase("1e9", "1e9")]
    public void Too_many_pixels_are_refused(string width, string height)
    {
        var svg = $"""<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>""";

        Assert.That(() => Svg.Rasterizer.ToJpeg(svg, JpegOptions.Default), Throws.TypeOf<ImagingException>().With.Message.Contains("too large"));
    }

    [Test]
    public void Scale_counts_towards_the_pixels()
    {
        Assert.That(
            () => Svg.Rasterizer.ToJpeg(Svg.Document("", 2000, 2001), new JpegOptions { Scale = 2 }),
            Throws.TypeOf<ImagingException>().With.Message.Contains("4000 x 4002"));
    }

    [Test]
    public void Too_long_a_document_is_refused_before_parsing()
    {
        var rasterizer = new LibrsvgRasterizer(new RasterizerLimits { MaxSvgBytes = 1000 });
        var svg = Svg.Document($"<!--{new string('券', 400)}-->");

        Assert.That(() => rasterizer.ToPng(svg, PngOptions.Default), Throws.TypeOf<ImagingException>().With.Message.Contains("at most 1000"));
    }

    [Test]
    public void Bottomless_nesting_is_refused()
    {
        var svg = Svg.Document(string.Concat(Enumerable.Repeat("<g>", 50_000)) + string.Concat(Enumerable.Repeat("</g>", 50_000)));

        Assert.That(() => Svg.Rasterizer.ToPng(svg, PngOptions.Default), Throws.TypeOf<ImagingException>());
    }

    [Test]
    public void Exploding_entities_are_refused()
    {
        var entities = string.Concat(Enumerable.Range(1, 12).Select(i => $"""<!ENTITY e{i} "{string.Concat(Enumerable.Repeat($"&e{i - 1};", 10))}">"""));
        var svg = $"""<!DOCTYPE svg [<!ENTITY e0 "ha">{entities}]>{Svg.Document("<text>&e12;</text>")}""";

        Assert.That(() => Svg.Rasterizer.ToPng(svg, PngOptions.Default), Throws.TypeOf<ImagingException>());
    }

    [Test]
    public void Images_of_the_file_system_are_not_drawn()
    {
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.png");
        File.WriteAllBytes(file, Svg.RedPng());
        try
        {
            string[] references = [$"file://{file}", file, Path.GetFileName(file), "file:///etc/hostname"];

            Assert.That(references.Select(reference => Svg.Draw(Svg.Image(reference)).Ink()), Is.All.Zero);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("""<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>""")]
    [TestCase("""<style>@import url("file:///etc/hostname");</style>""")]
    [TestCase("""<use href="file:///etc/hostname#a"/>""")]
    [TestCase("""<image width="100" height="100" href="http://127.0.0.1:9/a.png"/>""")]
    public void Other_references_to_the_outside_draw_nothing(string content)
    {
        Assert.That(Svg.Draw($"""<text y="50" font-size="20">{content}</text>{content}""").Ink(), Is.Zero);
    }

    [Test]
    public void External_entities_are_refused()
    {
        var svg = $"""<!DOCTYPE svg [<!ENTITY host SYSTEM "file:///etc/hostname">]>{Svg.Document("""<text y="50" font-size="20">&host;</text>""")}""";

        Assert.That(() => Svg.Rasterizer.ToPng(svg, PngOptions.Default), Throws.TypeOf<ImagingException>().With.Message.Contains("'host' not defined"));
    }

    [Test]
    public void Broken_embedded_image_spoils_only_itself()
    {
        var content = Svg.Image(DataUri.Encode([1, 2, 3], "image/png")) + """<rect width="5" height="5" fill="#f00"/>""";

        Assert.That(Svg.Draw(content).Ink(), Is.EqualTo(25));
    }
}
