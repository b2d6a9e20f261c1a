namespace DealBot.Templating.Tests;

public sealed class BuiltinLimitTests
{
    private static readonly string Long = new('x', 900_000);

    [TestCase("array.add 1")]
    [TestCase("array.any @string.empty")]
    [TestCase("array.compact")]
    [TestCase("array.concat [1]")]
    [TestCase("array.contains 'x'")]
    [TestCase("array.each @string.upcase")]
    [TestCase("array.filter @string.empty")]
    [TestCase("array.insert_at 0 1")]
    [TestCase("array.join ','")]
    [TestCase("array.limit 1001")]
    [TestCase("array.map 'x'")]
    [TestCase("array.offset 1")]
    [TestCase("array.remove_at 0")]
    [TestCase("array.reverse")]
    [TestCase("array.sort")]
    [TestCase("array.uniq")]
    [TestCase("include_join")]
    public void A_builtin_that_goes_over_a_list_counts_its_items_like_turns_of_a_loop(string call)
    {
        Assert.That(Rendered.Error("{{ 1..1001 | " + call + " }}"), Does.Contain("Exceeding number of iteration limit `1000`"));
        Assert.That(Rendered.Error("{{ for i in 1..200; 1..6 | " + call.Replace("1001", "6", StringComparison.Ordinal) + "; end }}",
            new RenderOptions { Loader = new Empty() }), Does.Contain("Exceeding number of iteration limit `1000`"));
    }

    [TestCase("for i in 1..3; end; 1..1000 | array.reverse; 1..1000 | array.size; 1..900000 | array.first; 1..900000 | array.limit 1; 'done'")]
    [TestCase("for i in 1..400; array.cycle ['a', 'b', 'c']; end; 'done'")]
    public void Outside_of_loops_every_call_has_a_budget_of_its_own(string code) =>
        Assert.That(Rendered.Text("{{ " + code + " }}"), Does.EndWith("done"));

    [TestCase("long | string.append long")]
    [TestCase("long | string.prepend long")]
    [TestCase("long | string.replace 'x' 'yy'")]
    [TestCase("long | string.pad_left 2000000000")]
    [TestCase("long | string.pad_right 2000000")]
    [TestCase("quotes | string.escape")]
    [TestCase("quotes | string.literal")]
    [TestCase("long | string.base64_encode")]
    [TestCase("long | regex.replace 'x{1000}' '$0$0'")]
    [TestCase("long | regex.replace '.*' dollars 's'")]
    [TestCase("stars | regex.escape")]
    [TestCase("quotes | html.escape")]
    [TestCase("breaks | html.newline_to_br")]
    [TestCase("quotes | html.url_encode")]
    [TestCase("quotes | html.url_escape")]
    [TestCase("quotes | object.to_json")]
    [TestCase("[long, long] | object.to_json")]
    [TestCase("o = {}; o[long] = long; o | object.to_json")]
    [TestCase("[long, long] | array.join ''")]
    [TestCase("[1, 2, 3] | array.join long")]
    [TestCase("['a', 'b'] | array.join '' @(do; ret long; end)")]
    [TestCase("['page', 'page', 'page'] | include_join long")]
    public void Text_that_a_builtin_makes_ends_at_the_output_limit(string code)
    {
        var model = new TemplateObject
        {
            ["long"] = Long,
            ["quotes"] = new string('"', 900_000),
            ["stars"] = new string('*', 900_000),
            ["breaks"] = new string('\n', 900_000),
            ["dollars"] = string.Concat(Enumerable.Repeat("$0", 400_000)),
        };
        var template = Template.Parse("{{ " + code + "; null }}", "test");

        Assert.That(() => template.Render(model, new RenderOptions { Loader = new Empty(), RegexTimeout = Rendered.LongEnough }),
            Throws.TypeOf<TemplateException>().With.Message.Contains("exceeds the limit of `1048576` characters"));
    }

    [TestCase("[] | array.insert_at 2000000000 1", "Exceeding number of iteration limit")]
    [TestCase("(1..9000000000) | array.join ','", "Exceeding number of iteration limit")]
    [TestCase("1 | math.format 'D999999999'", "is too long")]
    [TestCase("1 | object.format 'N2000000000'", "is too long")]
    [TestCase("1 | object.format ('0' * 1000)", "is too long")]
    [TestCase("('[' * 100) + (']' * 100) | object.from_json", "The text is not JSON")]
    [TestCase("o = {}; o.o = o; o | object.to_json", "reference loops")]
    [TestCase("a = []; a[0] = a; a | object.to_json", "reference loops")]
    [TestCase("o = {}; x = o; for i in 1..25; x.o = {}; x = x.o; end; o | object.to_json", "too deeply nested")]
    [TestCase("('x' * 40) + 'y' | regex.match '^(x+)+$'", "took longer than")]
    [TestCase("('x' * 40) + 'y' | regex.matches '^(x+)+$'", "took longer than")]
    [TestCase("('x' * 40) + 'y' | regex.replace '^(x+)+$' ''", "took longer than")]
    [TestCase("('x' * 40) + 'y' | regex.split '^(x+)+$'", "took longer than")]
    public void Growth_is_refused_before_it_happens(string code, string expected) =>
        Assert.That(Rendered.Error("{{ " + code + " }}", new RenderOptions { RegexTimeout = TimeSpan.FromMilliseconds(30) }), Does.Contain(expected));

    [TestCase("'!' | string.base64_decode", "is not base 64")]
    [TestCase("date.now | date.add_days 1e300", "There is no date")]
    [TestCase("date.now | date.add_months 2000000000", "There is no date")]
    [TestCase("date.now | date.add_years (-9999)", "There is no date")]
    [TestCase("date.now | date.add_hours 1e18", "There is no date")]
    [TestCase("date.now | date.add_minutes 1e300", "There is no date")]
    [TestCase("date.now | date.add_seconds 1e300", "There is no date")]
    [TestCase("date.now | date.add_milliseconds 1e300", "There is no date")]
    [TestCase("timespan.from_days 1e300", "too long")]
    [TestCase("timespan.from_milliseconds (-1e300)", "too long")]
    [TestCase("timespan.parse 'soon'", "is not a timespan")]
    [TestCase("date.parse 'soon'", "is not a date")]
    [TestCase("date.parse '2026' '%C'", "The pattern `%C` is not supported for the parse method")]
    [TestCase("date.now | date.to_string '%F' 'xx-none'", "is not a culture")]
    [TestCase("1.5 | math.round (-1)", "must not be negative")]
    [TestCase("1 | math.format 'D2' 'xx-none'", "is not a culture")]
    [TestCase("1 | math.format 'Q'", "is not a format")]
    [TestCase("'x' | math.format 'N'", "Unexpected `x`. Must be a formattable number")]
    [TestCase("'x' | object.format 'N'", "Unexpected `x`. Must be a formattable object")]
    [TestCase("'a' | regex.match '('", "Invalid regular expression")]
    [TestCase("'\\\\x' | regex.unescape", "Invalid regular expression")]
    [TestCase("@string.upcase | object.to_json", "Can not serialize functions to JSON.")]
    [TestCase("'{' | object.from_json", "The text is not JSON")]
    [TestCase("null | object.from_json", "The text is not JSON")]
    [TestCase("[1] | array.each 5", "The parameter `5` is not a function. Maybe prefix it with @?")]
    [TestCase("[1] | array.join ',' 'x'", "The parameter `x` is not a function. Maybe prefix it with @?")]
    [TestCase("5 | array.reverse", "Expecting a list instead of `int`")]
    [TestCase("math.random 2 1", "must not be greater than")]
    [TestCase("5 | math.divided_by 0", "Attempted to divide by zero.")]
    [TestCase("'a' | string.index_of 'b' string_comparison: 'Loose'", "is not a way to compare")]
    [TestCase("date.default_format = '%F'", "readonly")]
    public void What_does_not_work_is_an_error_with_a_place(string code, string expected)
    {
        var error = Rendered.Error("{{\n" + code + " }}");

        Assert.That(error, Does.Contain(expected));
        Assert.That(error, Does.StartWith("test(2,"));
    }

    private sealed class Empty : ITemplateLoader
    {
        public Template? Load(string name) => Template.Parse("text", name);
    }
}
