namespace DealBot.Templating.Tests;

public class EscapeTests
{
    private static readonly RenderOptions Escaping = new()
    {
        Escape = text => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal),
        Loader = new Parts(),
        Functions = new TemplateObject
        {
            ["line"] = TemplateFunction.Markup("line", (string text) => $"<l>{text}</l>"),
            ["lines"] = TemplateFunction.Markup("lines", (string text) => new TemplateArray([$"<1>{text}", $"<2>{text}"])),
            ["plain"] = TemplateFunction.From("plain", (string text) => $"<p>{text}"),
        },
    };

    [TestCase("<b>{{ title }}</b>", "<b>A&lt;B&amp;C</b>", Description = "text of the template is as it is")]
    [TestCase("{{ '<b>' }}{{ plain 'x' }}", "&lt;b>&lt;p>x")]
    [TestCase("{{ 12 }} {{ 1.5 }} {{ true }} {{ null }}", "12 1.5 true ")]
    [TestCase("{{ [title] }}", "[\"A&lt;B&amp;C\"]")]
    [TestCase("{{ $'<i>{title}' }}", "&lt;i>A&lt;B&amp;C", Description = "an interpolated text is escaped once, as a whole")]
    [TestCase("{{ capture c }}<b>{{ title }}</b>{{ end }}{{ c }}{{ c }}", "<b>A&lt;B&amp;C</b><b>A&lt;B&amp;C</b>")]
    [TestCase("{{ capture c }}<b>{{ end }}{{ c + 'x' }}{{ c | string.upcase }}", "&lt;b>x&lt;B>", Description = "what is made of markup is text")]
    [TestCase("{{ include 'part' }}", "<part>A&lt;B&amp;C</part>")]
    [TestCase("{{ x = include 'part' }}{{ x }}", "<part>A&lt;B&amp;C</part>")]
    [TestCase("{{ include_join ['part', 'part'] '<br>' }}", "<part>A&lt;B&amp;C</part><br><part>A&lt;B&amp;C</part>")]
    [TestCase("{{ func f(t) }}<f>{{ t }}</f>{{ end }}{{ f title }}", "<f>A&lt;B&amp;C</f>")]
    [TestCase("{{ func f(t); ret '<f>' + t; end }}{{ f title }}", "&lt;f>A&lt;B&amp;C")]
    [TestCase("{{ func f }}<f>{{ $$ }}</f>{{ end }}{{ wrap f }}{{ title }}{{ end }}", "<f>A&lt;B&amp;C</f>")]
    [TestCase("{{ line 'x' }}{{ 'x' | line }}", "<l>x</l><l>x</l>")]
    [TestCase("{{ for l in lines 'x' }}{{ l }}{{ end }}{{ (lines 'x')[1] }}", "<1>x<2>x<2>x")]
    [TestCase("{{ title | html.escape }}", "A&lt;B&amp;C", Description = "not twice")]
    public void Prints(string template, string output)
    {
        var model = new TemplateObject { ["title"] = "A<B&C" };

        Assert.That(Rendered.Text(template, model, Escaping), Is.EqualTo(output));
    }

    [Test]
    public void Nothing_is_escaped_unless_asked() =>
        Assert.That(Rendered.Text("{{ '<b>' }}{{ capture c }}<i>{{ end }}{{ c }}"), Is.EqualTo("<b><i>"));

    private sealed class Parts : ITemplateLoader
    {
        public Template? Load(string name) => Template.Parse("<part>{{ title }}</part>", name);
    }
}
