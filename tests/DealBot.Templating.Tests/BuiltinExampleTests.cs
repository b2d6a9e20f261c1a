namespace DealBot.Templating.Tests;

public sealed class BuiltinExampleTests
{
    private static readonly IReadOnlyList<BuiltinExample> Examples = BuiltinExample.ReadAll();

    private static readonly RenderOptions Options = new()
    {
        Time = new FixedClock(),
        Random = new Random(1).NextDouble,
        AllowEval = true,
        Loader = new Pages(),
        RegexTimeout = Rendered.LongEnough,
    };

    public static IEnumerable<string> Builtins => Functions.Builtins.All.SelectMany(member => member.Value is TemplateObject functions
        ? functions.Keys.Select(name => $"{member.Key}.{name}")
        : [member.Key]);

    public static IEnumerable<TestCaseData> Cases => Examples.Select(example => new TestCaseData(example.Template, example.Output));

    [TestCaseSource(nameof(Cases))]
    public void An_example_gives_what_it_says(string template, string output) =>
        Assert.That(Rendered.Text(template, [], Options), Is.EqualTo(output));

    [TestCaseSource(nameof(Builtins))]
    public void Every_builtin_has_an_example(string builtin) =>
        Assert.That(Examples.Where(example => example.IsOf(builtin)), Is.Not.Empty);

    [Test]
    public void Every_example_belongs_to_a_builtin() =>
        Assert.That(Examples.Where(example => !Builtins.Any(example.IsOf)), Is.Empty);

    [Test]
    public void All_builtins_of_the_language_are_there() => Assert.That(Builtins.Count(), Is.EqualTo(123 + 7));

    private sealed class Pages : ITemplateLoader
    {
        public Template? Load(string name) => name switch
        {
            "greeting" => Template.Parse("Hello {{ $1 }}", name),
            "label" => Template.Parse("[{{ $text }}]", name),
            "header" => Template.Parse("Header", name),
            "footer" => Template.Parse("Footer", name),
            "dash" => Template.Parse("~", name),
            _ => null,
        };
    }
}
