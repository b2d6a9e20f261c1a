namespace DealBot.Templating.Tests;

public sealed class EvalTests
{
    private static readonly RenderOptions Allowed = new() { AllowEval = true };

    [TestCase("object.eval")]
    [TestCase("object.eval_template")]
    public void Text_is_not_run_unless_the_host_allows_it(string function) => Assert.That(
        Rendered.Error("{{ '1' | " + function + " }}"),
        Is.EqualTo($"test(1,10) : error : The function `{function}` is turned off: it runs text as a template, which the host has to allow (RenderOptions.AllowEval)."));

    [TestCase("{{ '1 + 2' | object.eval }}", "3")]
    [TestCase("{{ ('1 + 2' | object.eval) * 2 }}", "6")]
    [TestCase("{{ 'x = 5' | object.eval; x }}", "5")]
    [TestCase("{{ 'shop.name # a comment' | object.eval }}", "Blue Door")]
    [TestCase("{{ '{a: {b: 1}}.a.b' | object.eval }}", "1")]
    [TestCase("{{ 'if true; ret 7; end' | object.eval }}", "7")]
    [TestCase("{{ 'ret 7' | object.eval }}", "7")]
    [TestCase("{{ 'for i in 1..3\\n i\\n end' | object.eval }}", "123")]
    [TestCase("{{ '\"}}\" + 1' | object.eval }}", "}}1")]
    [TestCase("{{ null | object.eval }}{{ '' | object.eval }}", "")]
    [TestCase("{{ func f; ret 8; end; @f | object.eval }}", "8")]
    [TestCase("{{ 5 | object.eval_template }}", "5")]
    [TestCase("{{ 'a{{ 1 + 2 }}b' | object.eval_template }}", "a3b")]
    [TestCase("{{ 'a{{ ret }}b' | object.eval_template }}c", "ac")]
    [TestCase("{{ \"'1 + 1' | object.eval\" | object.eval }}", "2")]
    public void Allowed_text_is_run_with_the_variables_of_its_caller(string template, string expected) =>
        Assert.That(Rendered.Text(template, options: Allowed), Is.EqualTo(expected));

    [TestCase("{{ t = 't | object.eval'; t | object.eval }}", "Exceeding number of recursive depth limit `100`")]
    [TestCase("{{ t = '{{ t | object.eval_template }}'; t | object.eval_template }}", "Exceeding number of recursive depth limit `100`")]
    [TestCase("{{ 'while true; end' | object.eval }}", "Exceeding number of iteration limit `1000`")]
    [TestCase("{{ '\"a\" * 2000000' | object.eval }}", "exceeds the limit of `1048576` characters")]
    [TestCase("{{ '1 +' | object.eval }}", "The text given to `object.eval` is not a valid template: eval(1,")]
    [TestCase("{{ '{{ 1 + }}' | object.eval_template }}", "The text given to `object.eval_template` is not a valid template: eval(1,8)")]
    [TestCase("{{ '(' * 5000 | object.eval }}", "is not a valid template")]
    public void Allowed_text_obeys_all_limits(string template, string expected) =>
        Assert.That(Rendered.Error(template, Allowed), Does.Contain(expected));
}
