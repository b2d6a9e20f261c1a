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

    [TestCase("{{ shp.name }}", "Did you mean `shop`?")]
    [TestCase("{{ shop.nmae.size }}", null)]
    [TestCase("{{ prices = null; prices.size }}", null)]
    public void When_a_member_of_nothing_is_read(string template, string? expected) => Assert.That(Fault(template).Place.Hint, Is.EqualTo(expected));

    [TestCase("{{ shop.nmae }}", "test(1,9) : error : There is no `nmae` in `shop`", "Did you mean `name`?")]
    [TestCase("{{ for d in deals }}{{ if for.last }}{{ d?.titel }}{{ end }}{{ end }}", "test(1,44) : error : There is no `titel` in `d`", "Did you mean `title`?")]
    [TestCase("{{ shop.owner ?? 'nobody' }}", "test(1,9) : error : There is no `owner` in `shop`", null)]
    [TestCase("{{ pirce }}", "test(1,4) : error : The variable or function `pirce` was not found", "Did you mean `price`?")]
    public void A_name_that_prints_nothing_is_told_to_whoever_asks(string template, string expected, string? hint)
    {
        var told = new List<TemplateMessage>();

        Template.Parse(template, "test").Render(Rendered.Model(), new RenderOptions { UnknownName = told.Add });

        Assert.That(told.Select(message => (message.ToString(), message.Hint)), Is.EqualTo(new[] { (expected, hint) }));
    }

    [TestCase("{{ shop.name }}{{ shop.empty? }}{{ x = {a: 1}; x.b }}{{ something_else }}{{ deals.size }}{{ '' | string.size }}")]
    [TestCase("{{ shop.extra = null; shop.extra; shop?.name }}")]
    public void Known_names_and_what_the_template_made_itself_are_not_told(string template) => Assert.That(
        () => Template.Parse(template, "test").Render(Rendered.Model(), new RenderOptions { UnknownName = message => Assert.Fail(message.ToString()) }),
        Throws.Nothing);

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
