namespace DealBot.Templating.Tests;

/// <summary>Templates that do little by the number of their statements, and much by what these cost.</summary>
public sealed class HostileTemplateTests
{
    private const string Big = "big = 'x' * 1000000; ";

    [TestCase("'' * 2147483647; 2147483647 * ''")]
    [TestCase("x = [] * 2147483647; x | array.size | object.default ''")]
    public void Nothing_repeated_is_nothing_and_takes_no_time(string code) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo("").Or.EqualTo("0"));

    [TestCase("func f(x...); end; f ^(1..2147483647)")]
    [TestCase(Big + "for i in 1..1000; x = big | string.md5; end")]
    [TestCase(Big + "for i in 1..1000; x = string.contains text: big value: 'yy'; end")]
    [TestCase(Big + "same = 'x' * 1000000; for i in 1..1000; x = big == same; end")]
    [TestCase(Big + "same = 'x' * 1000000; for i in 1..1000; x = big < same; end")]
    [TestCase(Big + "list = [big]; for i in 1..1000; x = list == 'x'; end")]
    [TestCase(Big + "for i in 1..1000; capture x; big; end; end")]
    [TestCase("regex.matches ('x' * 20000) ('()' * 2000)")]
    [TestCase("o = {}; for i in 1..1000; o['a' + i] = i; end; for i in 1..1000; import o; import o; import o; import o; import o; import o; import o; import o; import o; import o; import o; end")]
    public void What_a_statement_costs_is_charged(string code) => Assert.That(
        Rendered.Error("{{ " + code + " }}", new RenderOptions { MemoryLimit = long.MaxValue, RegexTimeout = Rendered.LongEnough }), Does.Contain("did more than `10000000` steps"));

    [TestCase("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]")]
    [TestCase("{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9, j: 10 }")]
    [TestCase("1 + (1 + (1 + (1 + (1 + (1 + 1)))))")]
    [TestCase("[f 1 2 3 4 5 6 7 8 9 10]")]
    public void Long_expressions_cost_more_than_short_ones(string expression)
    {
        var options = new RenderOptions { StepLimit = 5_000 };
        var loop = "{{ func f; end; for i in 1..500; x = ";

        Assert.That(Rendered.Text(loop + "1; end }}", options: options), Is.Empty);
        Assert.That(Rendered.Error(loop + expression + "; end }}", options), Does.Contain("steps"));
    }

    [TestCase("{{ func f(n); if n > 0; capture a; big; f (n - 1); end; end; end; f 90 }}")]
    [TestCase("{{ func f(n); if n > 0; x = $'{f (n - 1)}'; capture a; big; f (n - 1); end; end; end; f 90 }}")]
    public void Captures_inside_of_captures_are_limited_together(string template) =>
        Assert.That(Rendered.Error("{{ " + Big + " }}" + template), Does.Contain("exceed 4 times the limit"));

    [TestCase(Big + "a = []; for i in 1..1000; a[i] = big + i; end")]
    [TestCase(Big + "a = []; for i in 1..1000; capture a[i]; big; end; end")]
    [TestCase("func f(n); if n > 0; ret [f(n - 1), f(n - 1)]; end; end; f 60")]
    public void Memory_is_limited(string code) => Assert.That(
        Rendered.Error("{{ " + code + " }}", new RenderOptions { MemoryLimit = 20_000_000 }), Does.Contain("took more than `20000000` bytes of memory"));

    [Test]
    public void The_key_of_a_cycle_is_a_text_like_any_other() =>
        Assert.That(Rendered.Error("{{ " + Big + "array.cycle ([big] * 900) }}"), Does.Contain("exceeds the limit of `1048576` characters"));

    [Test]
    public void Patterns_of_regular_expressions_are_limited() =>
        Assert.That(Rendered.Error("{{ regex.match 'a' ('(a)' * 4000) }}"), Does.Contain("longer than 10000 characters"));

    [Test]
    public void Whole_numbers_do_not_grow_by_addition_for_ever() =>
        Assert.That(Rendered.Error("{{ x = 1 << 8000; for i in 1..1000; x = x + x; end }}"), Does.Contain("The number is too large."));

    [Test]
    public void Regular_expressions_share_a_time()
    {
        var options = new RenderOptions { RegexTimeout = TimeSpan.FromMilliseconds(2) };

        Assert.That(Rendered.Error("{{ for i in 1..1000; x = regex.match 'aaaaaaaaaaa!' '^(a+)+$'; end }}", options), Does.Contain("took longer than"));
    }

    [TestCase("func f(n); ret [1] | array.each @f; end; f 1")]
    [TestCase("func f(n); ret [1] | array.join '' @f; end; f 1")]
    [TestCase("func f(n); ret [1] | array.any @f; end; f 1")]
    [TestCase("func f(n); ret include 'self'; end; f 1")]
    public void Calls_of_calls_end_before_the_stack_does(string code)
    {
        // Brackets use up the stack before the limit of calls is reached.
        const int depth = 100;
        var brackets = new string('(', depth);
        var template = Template.Parse("{{ " + code.Replace("ret ", "ret " + brackets, StringComparison.Ordinal).Replace("; end; f 1", new string(')', depth) + "; end; f 1", StringComparison.Ordinal) + " }}", "deep");
        Assert.That(template.Messages, Is.Empty);
        Exception? thrown = null;

        var thread = new Thread(() => thrown = Assert.Catch(() => { template.Render([], new RenderOptions { Loader = new Only(template) }); }), 512 * 1024);
        thread.Start();
        thread.Join();

        Assert.That(thrown, Is.TypeOf<TemplateException>().With.Message.Contains("nested too deeply"));
    }

    [TestCase("a = [1]; a[0] = a; a == 'x'")]
    [TestCase("a = [1]; a[0] = a; a < 'x'")]
    public void Comparisons_outside_of_calls_fail_with_place_and_reason(string code) =>
        Assert.That(Rendered.Error("{{ " + code + " }}"), Does.StartWith("test(1,23)").And.Contain("reference loops"));

    [TestCase("{a: big} / 2")]
    [TestCase("big | math.round")]
    [TestCase("-big")]
    public void Messages_do_not_quote_a_value_at_any_length(string code) =>
        Assert.That(Rendered.Error("{{ " + Big + code + " }}"), Has.Length.InRange(10_000, 10_100));

    private sealed class Only(Template template) : ITemplateLoader
    {
        public Template Load(string name) => template;
    }
}
