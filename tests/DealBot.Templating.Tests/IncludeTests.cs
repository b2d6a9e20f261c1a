namespace DealBot.Templating.Tests;

public sealed class IncludeTests
{
    private static readonly RenderOptions Options = new() { Loader = new Pages() };

    [TestCase("{{ include 'head' }}!", "Head!")]
    [TestCase("{{ x = include 'head'; x + '.' }}", "Head.")]
    [TestCase("{{ include 'args' 'a' 'b' }}", "a+b")]
    [TestCase("{{ include 'named' title: 'T' }}", "T/T")]
    [TestCase("{{ n = 1; include 'count'; include 'count'; n }}", "233")]
    [TestCase("{{ $n = 1; include 'local'; $n }}", "91")]
    [TestCase("{{ include 'early' }}!", "a!")]
    [TestCase("  {{ include 'lines' }}", "  1\n  2")]
    [TestCase("-\n {{ include 'indented' }}\n{{ 'x' }}", "-\n 1\n   a\n   b\n 2\nx")]
    [TestCase("{{ ['head', 'head'] | include_join ', ' '<' '>' }}", "<Head, Head>")]
    [TestCase("{{ include_join ['head', 'head'] 'tpl:dash' }}", "Head-Head")]
    [TestCase("{{ include_join [] ', ' '<' '>' }}", "")]
    public void Renders_the_page_in_place(string template, string expected) =>
        Assert.That(Rendered.Text(template, options: Options), Is.EqualTo(expected));

    [TestCase("{{ include 'nowhere' }}", "test(1,4) : error : Include template path is null for `nowhere`")]
    [TestCase("{{ include 'broken' }}", "test(1,4) : error : Error while parsing template `broken` from `broken` Parser messages:\n broken(1,8) : error : ")]
    [TestCase("{{ include 'crash' }}", "test(1,4) : error : Unexpected exception while loading the include `crash`: disk on fire")]
    [TestCase("{{ include 'fails' }}", "fails(2,4) : error : The function `nope` was not found")]
    [TestCase("{{ include }}", "test(1,4) : error : Expecting at least the name of the template to include for the <include> function")]
    [TestCase("{{ include 'self' }}", "self(1,4) : error : Exceeding number of recursive depth limit `100`")]
    public void Says_where_it_failed(string template, string expected) =>
        Assert.That(Rendered.Error(template, Options), Does.StartWith(expected));

    [Test]
    public void Without_a_loader_there_is_no_include() =>
        Assert.That(Rendered.Error("{{ include 'head' }}"), Does.Contain("No template loader is configured"));

    private sealed class Pages : ITemplateLoader
    {
        public Template? Load(string name) => name switch
        {
            "head" => Page(name, "Head"),
            "dash" => Page(name, "-"),
            "args" => Page(name, "{{ $1 }}+{{ $2 }}"),
            "named" => Page(name, "{{ $title }}/{{ $.title }}"),
            "count" => Page(name, "{{ n = n + 1; n }}"),
            "local" => Page(name, "{{ $n = 9; $n }}"),
            "early" => Page(name, "a{{ ret }}b"),
            "lines" => Page(name, "1\n2"),
            "indented" => Page(name, "1\n  {{ 'a\nb' }}\n2"),
            "self" => Page(name, "{{ include 'self' }}"),
            "broken" => Page(name, "{{ 1 + }}"),
            "fails" => Page(name, "\n{{ nope 1 }}"),
            "crash" => throw new IOException("disk on fire"),
            _ => null,
        };

        private static Template Page(string name, string text) => Template.Parse(text, name);
    }
}
