using DealBot.Core.Rendering;
using DealBot.Templating;

namespace DealBot.Core.Tests.Rendering;

public sealed class TemplateRendererTests
{
    private static readonly TemplateObject Model = new() { ["title"] = "<b>\u202EA&B\0" };

    private TempFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TempFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [TestCase("{{ title }}", "&lt;b&gt;A&amp;B")]
    [TestCase("<g title=\"{{ title }}\"/>", "<g title=\"&lt;b&gt;A&amp;B\"/>")]
    [TestCase("{{ poster.text title }}{{ poster.wrap title 9 1 | array.first }}", "&lt;b&gt;A&amp;B&lt;b&gt;A&amp;B")]
    [TestCase("{{ (poster.lines title 900 9 1)[0] }}", "&lt;b&gt;A&amp;B")]
    [TestCase("{{ capture c }}<i>{{ title }}</i>{{ end }}{{ c }}", "<i>&lt;b&gt;A&amp;B</i>")]
    public void Text_in_svg_is_escaped_once(string template, string output) => Assert.That(Render("poster.sbn-svg", template), Is.EqualTo(output));

    [TestCase("{{ poster.qr 'https://d.example/c/a' 0 0 200 }}", "<g transform")]
    [TestCase("{{ poster.image null 0 0 9 9 }}", "<clipPath")]
    [TestCase("{{ poster.price_text '9.9' 0 0 9 }}", "<text")]
    [TestCase("{{ poster.markup '<path/>' }}", "<path/>")]
    public void Pieces_of_svg_are_printed_as_they_are(string template, string start) => Assert.That(Render("poster.sbn-svg", template), Does.StartWith(start));

    [Test]
    public void Copy_is_not_escaped() => Assert.That(Render("copy.sbn-txt", "{{ title }}"), Is.EqualTo(Model["title"]));

    private string Render(string name, string template)
    {
        File.WriteAllText(_folder.File(name), template);
        return new TemplateRenderer(new TemplateLibrary(_folder.Path), TimeProvider.System).Render(name, Model, default);
    }
}
