namespace DealBot.Templating.Tests;

/// <summary>A likely mistake comes with a sentence that tells how to mend it, beside the message and not in it.</summary>
public sealed class HintTests
{
    [TestCase("{{ a（1） }}", "Write `(` instead: this one is full-width.")]
    [TestCase("{{ x = ‘a’ }}", "Write `'` instead: this one is full-width.")]
    [TestCase("{{ if a & b; end }}", "Write `&&` to test that both sides are true.")]
    [TestCase("{{ if true }}a{{ endif }}", "Write `end` instead of `endif` on line 1.")]
    [TestCase("{{ for x in 1..2 }}\n{{ x }}\n{{ endfor }}", "Write `end` instead of `endfor` on line 3.")]
    [TestCase("\n{{ for x in 1..2 }}\n{{ if x }}a{{ end }}", "Write `end` where the statement that starts on line 2 is to end.")]
    [TestCase("{{ func f return 1; end }}", "Write `ret` instead of `return`.")]
    public void When_parsing(string template, string expected) =>
        Assert.That(Template.Parse(template, "test").Messages[0].Hint, Is.EqualTo(expected));

    [TestCase("{{ if 1 and 2; 3; end }}", "Write `&&` instead of `and`.")]
    [TestCase("{{ if not 1; 3; end }}", "Write `!` instead of `not`.")]
    [TestCase("{{ if false; elif true; end }}{{ if true; elif false; end }}", "Write `else if` instead of `elif`.")]
    [TestCase("{{ price shop.name }}", "`price` is a value and takes no arguments: put an operator, `|`, `;` or a line break after it.")]
    [TestCase("{{ for x in price; end }}", "Only a list, a range, an object or a string can be looped over.")]
    public void When_running(string template, string expected) => Assert.That(Fault(template).Place.Hint, Is.EqualTo(expected));

    [TestCase("{{ pirce }}", "Did you mean `price`?")]
    [TestCase("{{ $total = 1; $totl }}", "Did you mean `total`?")]
    [TestCase("{{ something_else }}", null)]
    public void When_a_variable_is_unknown(string template, string? expected) =>
        Assert.That(Fault(template, new RenderOptions { StrictVariables = true }).Place.Hint, Is.EqualTo(expected));

    [Test]
    public void The_exception_says_it_too() => Assert.That(
        Fault("{{ pirce }}", new RenderOptions { StrictVariables = true }).Message,
        Is.EqualTo("test(1,4) : error : The variable or function `pirce` was not found. Did you mean `price`?"));

    [Test]
    public void A_message_knows_how_long_its_place_is() =>
        Assert.That(Template.Parse("{{ [1, 2 }}", "test").Messages[0], Has.Property("Length").EqualTo(2).And.Property("Column").EqualTo(10));

    private static TemplateException Fault(string template, RenderOptions? options = null) =>
        Assert.Throws<TemplateException>(() => Template.Parse(template, "test").Render(Rendered.Model(), options))!;
}
