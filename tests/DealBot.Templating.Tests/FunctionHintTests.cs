namespace DealBot.Templating.Tests;

public sealed class FunctionHintTests
{
    private static readonly RenderOptions Options = new()
    {
        Functions = new TemplateObject { ["poster"] = new TemplateObject { ["wrap"] = TemplateFunction.From("poster.wrap", (string text) => text) } },
    };

    [TestCase("'a' | string.upcas", "test(1,10) : error : The function `string.upcas` was not found. Did you mean `string.upcase`?")]
    [TestCase("string.upcas 'a'", "test(1,4) : error : The function `string.upcas` was not found. Did you mean `string.upcase`?")]
    [TestCase("deals | array.frist", "test(1,12) : error : The function `array.frist` was not found. Did you mean `array.first`?")]
    [TestCase("date.to_str date.now '%F'", "test(1,4) : error : The function `date.to_str` was not found. Did you mean `date.to_string`?")]
    [TestCase("'a' | poster.warp", "test(1,10) : error : The function `poster.warp` was not found. Did you mean `poster.wrap`?")]
    [TestCase("'a' | strng.upcase", "test(1,16) : error : Cannot get the member strng.upcase for a null object. Did you mean `string.upcase`?")]
    [TestCase("includ 'head'", "test(1,4) : error : The function `includ` was not found. Did you mean `include`?")]
    public void A_misspelt_function_is_recognised(string code, string expected) =>
        Assert.That(Rendered.Advice("{{ " + code + " }}", Options), Is.EqualTo(expected));

    [TestCase("'a' | upcase", "`string.upcase`")]
    [TestCase("strip ' a'", "`html.strip` or `string.strip`")]
    [TestCase("deals | size", "`array.size`, `object.size` or `string.size`")]
    [TestCase("deals | string.join ','", "`array.join`")]
    [TestCase("'a' | wrap", "`poster.wrap`")]
    public void A_function_without_its_object_or_of_the_wrong_one_is_found(string code, string expected) =>
        Assert.That(Rendered.Advice("{{ " + code + " }}", Options), Does.EndWith($"was not found. Did you mean {expected}?"));

    [TestCase("'a' | upper", "`string.upcase`")]
    [TestCase("deals | length", "`array.size` or `string.size`")]
    [TestCase("deals | tojson", "`object.to_json`")]
    public void Names_of_other_template_languages_are_translated(string code, string expected) =>
        Assert.That(Rendered.Advice("{{ " + code + " }}"), Does.EndWith($"Did you mean {expected}?"));

    [TestCase("date.now | date: '%F'", "`| date.to_string ...`")]
    [TestCase("price | default: 1", "`| object.default ...`")]
    [TestCase("'a' | string.append: 'b'", "`| string.append ...`")]
    [TestCase("'a' | shout: 'b'", "`| shout ...`")]
    public void A_colon_after_a_function_is_explained(string code, string expected) => Assert.That(
        Rendered.Advice("{{ " + code + " }}"),
        Does.EndWith($"Invalid token found `:`. Expecting <EOL>/end of line. Arguments follow a function without a colon: {expected}."));

    [TestCase("price | money")]
    [TestCase("qqqqqqqq 1")]
    [TestCase("shop.nothing 1")]
    [TestCase("x 1")]
    public void Nothing_is_guessed_where_nothing_is_alike(string code) => Assert.That(Rendered.Advice("{{ " + code + " }}"), Does.EndWith("was not found"));

    [Test]
    public void A_member_of_a_variable_that_is_null_is_no_function() =>
        Assert.That(Rendered.Advice("{{ nobody.size }}"), Does.EndWith("for a null object."));

    [Test]
    public void Strict_variables_get_the_hint_too() => Assert.That(
        Rendered.Advice("{{ upcase 'a' }}", new RenderOptions { StrictVariables = true }),
        Does.EndWith("The variable or function `upcase` was not found. Did you mean `string.upcase`?"));

    [Test]
    public void A_date_that_is_parsed_again_is_explained() =>
        Assert.That(Rendered.Advice("{{ date.now | date '%F' }}"), Does.Contain("Did you mean `date.to_string`?"));
}
