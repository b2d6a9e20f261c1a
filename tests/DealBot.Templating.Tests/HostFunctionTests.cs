namespace DealBot.Templating.Tests;

public sealed class HostFunctionTests
{
    private static readonly RenderOptions Options = new()
    {
        Functions = new TemplateObject
        {
            ["poster"] = new TemplateObject
            {
                ["wrap"] = TemplateFunction.From("poster.wrap", (string text, int width = 4) => text.Length > width ? text[..width] + "|" : text),
                ["clip"] = TemplateFunction.From("poster.clip", (string text, int maxWidth) => text[..maxWidth]),
                ["sum"] = TemplateFunction.From("poster.sum", (params object?[] values) => values.Sum(value => (int)value!)),
                ["price"] = TemplateFunction.From("poster.price", (decimal yuan) => $"¥{yuan}"),
                ["flag"] = TemplateFunction.From("poster.flag", (bool on, long? count) => $"{on}/{count}"),
                ["fail"] = TemplateFunction.From("poster.fail", string () => throw new InvalidOperationException("no paper")),
                ["size"] = TemplateFunction.From("poster.size", (IReadOnlyList<object?> list) => list.Count),
                ["items"] = TemplateFunction.From("poster.items", (TemplateArray items) => items.Count),
                ["day"] = TemplateFunction.From("poster.day", (DateTimeOffset day) => day.Day),
                ["apply"] = TemplateFunction.From("poster.apply", (TemplateObject o) => o["name"]),
                ["strange"] = TemplateFunction.From("poster.strange", () => new Version(1, 2)),
                ["seven"] = TemplateFunction.From("poster.seven", (string a, int b, long c, double d, decimal e, bool f, object? g) => $"{a}{b}{c}{d}{e}{f}{g}"),
                ["none"] = TemplateFunction.From("poster.none", () => "none"),
                ["wide"] = TemplateFunction.From("poster.wide", (Func<string, object>)Same),
                ["later"] = TemplateFunction.From("poster.later", (TimeSpan by = default) => by.TotalHours),
                ["rest"] = TemplateFunction.From("poster.rest", (string first, params object?[] rest) => $"{first}+{rest.Length}"),
                ["nothing"] = TemplateFunction.From("poster.nothing", () => { }),
            },
        },
    };

    [TestCase("poster.wrap 'abcdef' 3", "abc|")]
    [TestCase("'abcdef' | poster.wrap", "abcd|")]
    [TestCase("'abcdef' | poster.wrap width: 2", "ab|")]
    [TestCase("'abcdef' | poster.clip max_width: 2", "ab")]
    [TestCase("'abcdef' | poster.clip maxWidth: 2", "ab")]
    [TestCase("poster.wrap 123456 '3'", "123|")]
    [TestCase("poster.sum 1 2 3", "6")]
    [TestCase("poster.sum", "0")]
    [TestCase("poster.sum 1 values: 2 values: 3", "6")]
    [TestCase("poster.rest first: 'a' rest: 1", "a+1")]
    [TestCase("poster.price price", "¥12.50")]
    [TestCase("poster.price '9.90'", "¥9.90")]
    [TestCase("poster.flag 1 null", "True/")]
    [TestCase("poster.size deals", "3")]
    [TestCase("poster.size (1..4)", "4")]
    [TestCase("poster.items (1..4)", "4")]
    [TestCase("poster.items deals", "3")]
    [TestCase("poster.day (date.parse '2026-06-18')", "18")]
    [TestCase("poster.apply shop", "Blue Door")]
    [TestCase("poster.nothing", "")]
    [TestCase("poster.seven 'a' 1 2 '3.5' 4 true null", "a123.54True")]
    [TestCase("poster.none", "none")]
    [TestCase("poster.wide 12", "12")]
    [TestCase("poster.later", "0")]
    [TestCase("poster.later (timespan.from_hours 2)", "2")]
    [TestCase("poster.rest 'a' 1 2 3", "a+3")]
    [TestCase("poster.rest 'a' ^[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", "a+10")]
    [TestCase("poster.rest (poster.rest (poster.rest 1 2 3) 4 5 6) 7 8 (poster.sum 1 2 3 4 5 6 7 8 9)", "1+2+3+3")]
    [TestCase("poster.wrap = 7; poster.wrap", "7")]
    public void Arguments_are_converted(string code, string expected) =>
        Assert.That(Rendered.Text("{{ " + code + " }}", options: Options), Is.EqualTo(expected));

    [TestCase("poster.wrap 'a' 'wide'", "The argument `width` of `poster.wrap` must be a whole number, but is `wide` (string).")]
    [TestCase("poster.wrap 'a' size: 2", "The function `poster.wrap` has no parameter `size`; it has: text, width.")]
    [TestCase("poster.day 'soon'", "The argument `day` of `poster.day` must be a date, but is `soon` (string).")]
    [TestCase("poster.fail", "The function `poster.fail` failed: no paper")]
    [TestCase("poster.strange", "The function `poster.strange` failed: Templates do not know values of type System.Version.")]
    public void What_does_not_fit_is_an_error_that_says_so(string code, string expected) =>
        Assert.That(Rendered.Error("{{ " + code + " }}", Options), Does.StartWith("test(1,4) : error : " + expected));

    [TestCase("poster.wrap 'a' 2 3", "test(1,22) : error : Invalid number of arguments `3` passed to `poster.wrap 'a' 2 3` while expecting `2` arguments")]
    [TestCase("poster.price", "test(1,16) : error : Invalid number of arguments `0` passed to `poster.price` while expecting `1` arguments")]
    public void A_wrong_number_of_arguments_is_blamed_on_the_last_or_on_the_place_of_the_next(string code, string expected) =>
        Assert.That(Rendered.Error("{{ " + code + " }}", Options), Is.EqualTo(expected));

    [Test]
    public void A_parameter_that_no_argument_could_fit_is_refused_at_once() =>
        Assert.That(() => TemplateFunction.From("f", (Version v) => 1), Throws.ArgumentException.With.Message.Contains("`v`"));

    [Test]
    public void The_model_shadows_host_functions() =>
        Assert.That(Rendered.Text("{{ poster }}", new TemplateObject { ["poster"] = "mine" }, Options), Is.EqualTo("mine"));

    [Test]
    public void A_function_without_parameters_takes_no_arguments() =>
        Assert.That(Rendered.Error("{{ poster.none 1 }}", Options), Does.Contain("while expecting `0` arguments"));

    private static string Same(object value) => value.ToString()!;
}
