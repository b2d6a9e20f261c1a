using System.Net;
using System.Net.Sockets;
using System.Text;
using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Tests.Rasterizing;

public class HostileSvgTests
{
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><g></svg>", "line 1")]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><text>a & b</text></svg>", "Line 1, position 71")]
    [TestCase("<html/>", "does not begin with <svg")]
    [TestCase("<svg width='9' height='9'><rect width='9' height='9'/></svg>", "does not begin with <svg")]
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
    [TestCase("999999", "999999")]
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

    [TestCase("""<use href="file:///etc/hostname#a"/>""")]
    [TestCase("""<g xml:base="file:///etc/"><use href="hostname#a"/><image width="100" height="100" href="hostname"/></g>""")]
    [TestCase("""<image width="100" height="100" href="http://127.0.0.1:9/a.png"/>""")]
    [TestCase("""<rect width="100" height="100" fill="url(file:///etc/hostname#a)"/>""")]
    [TestCase("""<style>@font-face { font-family: a; src: url(file:///etc/hostname) }</style>""")]
    public void Other_references_to_the_outside_draw_nothing(string content)
    {
        Assert.That(Svg.Draw($"""<text y="50" font-size="20">{content}</text>{content}""").Ink(), Is.Zero);
    }

    [TestCase("""<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/hostname" parse="text"/>""", "includes another document")]
    [TestCase("""<style>@import url("file:///etc/hostname");</style>""", "@import")]
    [TestCase("""<style>@\69mport url("file:///etc/hostname");</style>""", "backslash")]
    [TestCase("""<?xml-stylesheet href="file:///etc/hostname"?>""", "processing instruction")]
    [TestCase("""<use href="data:image/svg+xml;base64,PHN2Zy8+"/>""", "embedded data")]
    public void Ways_to_bring_in_more_than_pictures_are_refused(string content, string reason)
    {
        Assert.That(() => Svg.Draw(content), Throws.TypeOf<ImagingException>().With.Message.Contains(reason));
    }

    [Test]
    public void Nothing_is_asked_over_the_network()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}/a";

        Svg.Draw($"""{Svg.Image(address)}<use href="{address}#a"/><filter id="f"><feImage href="{address}"/></filter><rect width="9" height="9" filter="url(#f)"/>""");

        Assert.That(listener.Pending(), Is.False);
    }

    [Test]
    public void External_entities_are_refused()
    {
        var svg = $"""<!DOCTYPE svg [<!ENTITY host SYSTEM "file:///etc/hostname">]>{Svg.Document("""<text y="50" font-size="20">&host;</text>""")}""";

        Assert.That(() => Svg.Rasterizer.ToPng(svg, PngOptions.Default), Throws.TypeOf<ImagingException>().With.Message.Contains("declares entities"));
    }

    [Test]
    public void Picture_cut_short_spoils_only_itself()
    {
        var content = Svg.Image(DataUri.Encode(Svg.RedPng().AsSpan(0, 40), "image/png")) + """<rect width="5" height="5" fill="#f00"/>""";

        Assert.That(Svg.Draw(content).Ink(), Is.EqualTo(25));
    }

    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "image/png", "no PNG")]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", "image/svg+xml", "image/svg+xml")]
    [TestCase("P1 1 1 1", "image/x-portable-bitmap", "portable")]
    [TestCase("II*\0", "image/jpeg", "no PNG")]
    public void Embedded_content_that_is_no_picture_for_posters_is_refused(string content, string mediaType, string reason)
    {
        var image = Svg.Image(DataUri.Encode(Encoding.Latin1.GetBytes(content.PadRight(1000)), mediaType));

        Assert.That(() => Svg.Draw(image), Throws.TypeOf<ImagingException>().With.Message.Contains(reason));
    }

    [Test]
    public void Pictures_that_unpack_to_too_much_are_refused()
    {
        var rasterizer = new LibrsvgRasterizer(new RasterizerLimits { MaxPicturePixels = 100 });
        var two = Svg.Document(string.Concat(Enumerable.Repeat(Svg.Image(DataUri.ForImage(Svg.RedPng())!), 2)));

        Assert.That(() => rasterizer.ToPng(two, PngOptions.Default), Throws.TypeOf<ImagingException>().With.Message.Contains("more than 100 pixels together (8 x 8 the last)"));
    }

    [TestCaseSource(nameof(Bombs))]
    public void Bomb_is_refused_before_it_is_drawn(string content, string reason)
    {
        Assert.That(() => Svg.Draw(content), Throws.TypeOf<ImagingException>().With.Message.Contains(reason));
    }

    [Test]
    public void Layers_count_by_their_pixels()
    {
        var layers = string.Concat(Enumerable.Repeat("""<rect opacity="0.5" width="9" height="9"/>""", 30));

        Assert.That(Svg.Draw(layers).Ink(), Is.EqualTo(81));
        Assert.That(
            () => Svg.Rasterizer.ToPng(Svg.Document(layers, 4000, 4000), PngOptions.Default), Throws.TypeOf<ImagingException>().With.Message.Contains("too much memory"));
    }

    [Test]
    public void Drawing_that_takes_too_long_is_given_up()
    {
        // Without a thread to draw on it is certainly not drawn before the first look at it, however late that comes.
        var rasterizer = new LibrsvgRasterizer(new RasterizerLimits { MaxTime = TimeSpan.Zero, MaxThreads = 0 });

        Assert.That(
            () => rasterizer.ToPng(Svg.Document(""), PngOptions.Default),
            Throws.TypeOf<ImagingTimeoutException>().With.Message.Contains("takes longer than 0 s"));
    }

    [Test]
    public void Document_type_of_drawing_programs_is_accepted()
    {
        const string Type = """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">""";

        var png = Svg.Rasterizer.ToPng($"<?xml version='1.0'?>{Type}{Svg.Document("""<rect width="5" height="5" fill="#f00"/>""")}", PngOptions.Default);

        Assert.That(Pixels.Decode(png).Ink(), Is.EqualTo(25));
    }

    private static IEnumerable<TestCaseData> Bombs()
    {
        const string Rect = """<rect width="99" height="99" fill="#f00"/>""";
        yield return Bomb("deep nesting", Repeat("<g>", 200) + Rect + Repeat("</g>", 200), "nested more than");
        yield return Bomb("long chain of references", Chain(5000) + Rect, "nested more than");
        yield return Bomb("cycle of references", """<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>""", "refers to itself");
        yield return Bomb("pattern within itself", """<pattern id="p"><rect fill="url(#p)"/></pattern>""", "refers to itself");
        yield return Bomb("billion laughs by use", string.Concat(Enumerable.Range(1, 9).Select(i => $"""<g id="l{i}">{Repeat($"""<use href="#l{i - 1}"/>""", 10)}</g>""")), "repetitions by reference");
        yield return Bomb("billion masks", string.Concat(Enumerable.Range(0, 7).Select(i => $"""<mask id="m{i}">{Repeat($"""<rect mask="url(#m{i + 1})"/>""", 10)}</mask>""")) + """<g mask="url(#m0)"/>""", "opacity or mask");
        yield return Bomb("nested layers", Repeat("<g opacity='.9'>", 60) + Rect + Repeat("</g>", 60), "within each other");
        yield return Bomb("nested layers by style", Repeat("<g style='opacity:.9'>", 60) + Rect + Repeat("</g>", 60), "within each other");
        yield return Bomb("wide morphology", """<filter id="f"><feMorphology radius="10000"/></filter>""", "radius");
        yield return Bomb("endless turbulence", """<filter id="f"><feTurbulence numOctaves="100000"/></filter>""", "numOctaves");
        yield return Bomb("large convolution", """<filter id="f"><feConvolveMatrix order="500"/></filter>""", "order");
        yield return Bomb("fine kernel", """<filter id="f"><feDiffuseLighting kernelUnitLength="0.001"/></filter>""", "kernelUnitLength");
        yield return Bomb("many filter steps", $"""<filter id="f">{Repeat("<feOffset/>", 2000)}</filter>""", "steps");
        yield return Bomb("many filtered elements", """<filter id="f"><feGaussianBlur stdDeviation="9"/></filter>""" + Repeat("""<rect filter="url(#f)"/>""", 2000), "steps of filters");
        yield return Bomb("huge text", """<text font-size="1e9">a</text>""", "1e9");
        yield return Bomb("huge text by style", """<text style="font-size:5000px">a</text>""", "too large");
        yield return Bomb("huge text by sheet", """<style>text { font-size: 5000px }</style><text>a</text>""", "too large");
        yield return Bomb("huge text by nesting", Repeat("<g font-size='9em'>", 20) + "<text>a</text>" + Repeat("</g>", 20), "enlarge");
        yield return Bomb("huge text by transform", """<g transform="scale(900)"><text font-size="20">a</text></g>""", "too large");
        yield return Bomb("huge text by view box", """<svg width="100" height="100" viewBox="0 0 1e-5 1e-5"><text>a</text></svg>""", "enlarge");
        yield return Bomb("long text", $"<text>{new string('券', 5000)}</text>", "characters");
        yield return Bomb("many elements", Repeat(Rect, 30_000), "elements");
        yield return Bomb("long path", $"""<path d="M0 0{Repeat("L9 9 ", 10_000)}"/>""", "numbers");
        yield return Bomb("far dashes", """<path d="M0 0L1e9 1e9" stroke="red" stroke-dasharray="1"/>""", "1e9");
        yield return Bomb("deep brackets in a sheet", $"<style>{Repeat(":not(", 5000)}g{Repeat(")", 5000)}{{}}</style>", "brackets");
        yield return Bomb("long sheet", $"<style>{Repeat("g ", 50_000)}{{}}</style>", "characters");

        static TestCaseData Bomb(string name, string content, string reason) => new TestCaseData(content, reason).SetArgDisplayNames(name);
        static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
        static string Chain(int length) => string.Concat(Enumerable.Range(0, length).Select(i => $"""<g id="u{i}"><use href="#u{i + 1}"/></g>"""));
    }
}
