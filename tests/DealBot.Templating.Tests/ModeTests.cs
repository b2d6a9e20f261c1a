namespace DealBot.Templating.Tests;

public sealed class ModeTests
{
    private static readonly TemplateOptions WithFrontMatter = new() { Mode = TemplateMode.FrontMatterAndContent };

    [Test]
    public void Front_matter_sets_variables_of_the_content_and_prints_nothing() => Assert.That(
        Render("+++\ntitle = 'T'\ncount = 2; 'unseen'\n+++\n\n{{ title }} {{ count }} {{ shop.name }}", WithFrontMatter), Is.EqualTo("T 2 Blue Door"));

    [Test]
    public void The_marker_can_be_another_line() => Assert.That(
        Render("--- \r\nx = 1\r\n---\r\n{{ x }}", WithFrontMatter with { FrontMatterMarker = "---" }), Is.EqualTo("1"));

    [Test]
    public void Only_the_front_matter_is_parsed_when_that_is_asked_for() => Assert.That(
        Render("+++\nx = 1\n+++\n{{ not ( parsed", WithFrontMatter with { Mode = TemplateMode.FrontMatterOnly }), Is.Empty);

    [Test]
    public void A_script_needs_no_braces() => Assert.That(
        Render("for x in 1..3 # comment }}\n  x\nend; shop.city", new TemplateOptions { Mode = TemplateMode.ScriptOnly }), Is.EqualTo("123Hangzhou"));

    [TestCase("text", "test(1,1) : error : When `FrontMatterAndContent` is enabled, expecting a `+++` at the beginning of the text instead of `text`")]
    [TestCase("+++\nx = 1\n", "test(3,1) : error : End of frontmatter `+++` not found")]
    [TestCase("+++\nx = \n+++\n{{ 1 + }}", "test(2,5) : error : Error while parsing assign expression: Expecting <expression> instead of `\\n` in: <target_expression> = <value_expression>\ntest(4,8) : error : Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `}}` in: <expression> operator <expression>")]
    public void Faults_of_front_matter_are_reported(string text, string expected) =>
        Assert.That(string.Join('\n', Template.Parse(text, "test", WithFrontMatter).Messages), Is.EqualTo(expected));

    [Test]
    public void Without_the_mode_a_marker_is_text() => Assert.That(Render("+++\nx\n+++\n", new TemplateOptions()), Is.EqualTo("+++\nx\n+++\n"));

    [Test]
    public void Values_are_not_indented_when_that_is_off() => Assert.That(
        Rendered.Text("  {{ 'a\\nb' }}", options: new RenderOptions { AutoIndent = false }), Is.EqualTo("  a\nb"));

    private static string Render(string text, TemplateOptions options)
    {
        var template = Template.Parse(text, "test", options);
        Assert.That(template.Messages, Is.Empty);
        return template.Render(Rendered.Model());
    }
}
