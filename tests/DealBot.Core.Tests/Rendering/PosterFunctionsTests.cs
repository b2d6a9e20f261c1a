using System.Xml.Linq;
using DealBot.Core.Rendering;
using DealBot.Imaging.Rasterizing;
using DealBot.Templating;

namespace DealBot.Core.Tests.Rendering;

public class PosterFunctionsTests
{
    private static readonly string Hostile = "<b>\u202E特价&\0\uD83D\"'</b>" + string.Concat(Enumerable.Repeat("a\u0301\u0302\u0303\u0304\u0305\u0306", 10_000));

    [TestCase("{{ poster.text '<b>&' }}", "&lt;b&gt;&amp;")]
    [TestCase("{{ poster.wrap '今天下单，立减五元' 4 9 | array.join '|' }}", "今天下|单，立减|五元")]
    [TestCase("{{ poster.wrap '<今天>下单立减五元' 6 1 }}", "[\"&lt;今天&gt;下…\"]")]
    [TestCase("{{ poster.lines '<b>好价' 300 60 2 | array.join '|' }}", "<b>好价")]
    [TestCase("{{ poster.lines '新鲜进口牛奶一箱装' 200 50 2 | array.join '|' }}", "新鲜进口|牛奶一…")]
    [TestCase("{{ poster.measure '券后价' }}", "3")]
    [TestCase("{{ poster.measure '' }} {{ poster.measure null }}", "0 0")]
    [TestCase("{{ poster.measure '券后价' 400 0.1 | math.round 2 }}", "3.2")]
    [TestCase("{{ f = poster.fit '新鲜进口牛奶一箱装' 400 1 60 20 }}{{ f.size }} {{ f.lines[0] }} {{ f.is_cut }}", "44 新鲜进口牛奶一箱装 false")]
    [TestCase("{{ p = poster.price '24.9' }}{{ p.symbol }}{{ p.integer }}{{ p.decimals }}", "¥24.9")]
    [TestCase("{{ p = poster.price '128888.00' 120 300 }}{{ p.grouped }} {{ p.width <= 300 }} {{ p.size < 120 }}", "128,888 true true")]
    public void Gives(string template, string output) => Assert.That(Render(template), Is.EqualTo(output));

    [TestCase("start", 100)]
    [TestCase("middle", 50)]
    [TestCase("end", 0)]
    public void Price_is_drawn_on_one_baseline_from_its_anchor(string anchor, int left)
    {
        var price = XElement.Parse(Render($"{{{{ p = poster.price '9.9' 40 }}}}{{{{ poster.price_text '9.9' 100 200 40 null '{anchor}' '#e11' }}}}"));
        var width = double.Parse(Render("{{ (poster.price '9.9' 40).width }}"), System.Globalization.CultureInfo.InvariantCulture);

        var parts = price.Elements("tspan").ToArray();
        Assert.That(parts.Select(part => part.Value), Is.EqualTo(new[] { "¥", "9", ".9" }));
        Assert.That(parts.Select(part => (double)part.Attribute("font-size")!), Is.EqualTo(new[] { 22.4, 40, 24 }));
        Assert.That(parts.SelectMany(part => part.Attributes()).Select(it => it.Name.LocalName), Has.None.EqualTo("y").And.None.EqualTo("dy"));
        Assert.That((double)price.Attribute("x")!, Is.EqualTo(100 - (width * (100 - left) / 100)).Within(0.01));
        Assert.That((string?)price.Attribute("fill"), Is.EqualTo("#e11"));
    }

    [Test]
    public void Any_text_in_any_place_ends_in_a_drawing()
    {
        var template = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='300' font-family='Noto Sans CJK SC'>"
            + "<text x='0' y='20'>{{ poster.text text }}</text>"
            + "{{ for line in poster.wrap text 10 3 }}<text x='0' y='{{ 40 + for.index * 20 }}'>{{ line }}</text>{{ end }}"
            + "{{ for line in (poster.fit text 300 2 40 10).lines }}<text x='0' y='90'>{{ poster.text line }}</text>{{ end }}"
            + "{{ poster.price_text text 0 200 30 200 text text }}{{ poster.image text 0 0 300 300 9 text text text }}</svg>";

        var svg = Render(template, Hostile);

        Assert.That(() => XElement.Parse(svg), Throws.Nothing);
        Assert.That(() => new LibrsvgRasterizer().ToJpeg(svg, JpegOptions.Default), Throws.Nothing);
        Assert.That((svg.Length < 60_000, svg.Contains('\u202E', StringComparison.Ordinal)), Is.EqualTo((true, false)));
    }

    [TestCase("{{ poster.wrap text (-5) 0 9999 }}")]
    [TestCase("{{ poster.lines text 0 0 (-1) }}")]
    [TestCase("{{ poster.fit text 1e300 99 0 (-1) }}")]
    [TestCase("{{ poster.fit text 100 2 10 40 }}")]
    [TestCase("{{ poster.price_text text 1e300 (-1e300) 0 0 }}")]
    [TestCase("{{ poster.image text 1e300 1e300 (-1) 0 1e9 }}")]
    public void Any_number_is_brought_into_its_range(string template) => Assert.That(() => Render(template, Hostile), Throws.Nothing);

    [Test]
    public void Link_too_long_for_its_square_is_refused_with_the_size_it_needs()
    {
        Assert.That(() => Render("{{ poster.qr text 0 0 120 }}", "https://d.example/c/" + new string('x', 400)), Throws.TypeOf<TemplateException>().With.Message.Contains("needs a size of at least"));
        Assert.That(Render("{{ poster.qr text 0 0 206 }}", "https://d.example/c/abc"), Does.StartWith("<g transform"));
    }

    private static string Render(string template, string text = "") =>
        Template.Parse(template, "test").Render(new TemplateObject { ["text"] = text }, new RenderOptions { Functions = TemplateFunctions.Table });
}
