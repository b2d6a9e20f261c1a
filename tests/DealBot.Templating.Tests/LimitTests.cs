namespace DealBot.Templating.Tests;

public sealed class LimitTests
{
    [TestCase("while true; end")]
    [TestCase("for x in 1..1001; end")]
    [TestCase("for x in 1..100; for y in 1..11; end; end")]
    [TestCase("for x in 1..9000000000000; end")]
    [TestCase("func f; for y in 1..100; end; end; for x in 1..20; f; end")]
    [TestCase("(1..5000) | array.reverse")]
    public void Loops_end_at_their_limit(string code) =>
        Assert.That(Rendered.Error("{{ " + code + " }}"), Does.Contain("Exceeding number of iteration limit `1000`"));

    [TestCase("for x in 1..1000; end; for x in 1..1000; end; 'done'", "done")]
    [TestCase("for x in 1..31; for y in 1..31; end; end; 'done'", "done")]
    public void Loops_one_after_the_other_have_budgets_of_their_own(string code, string expected) =>
        Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [Test]
    public void A_limit_of_zero_lets_loops_run() =>
        Assert.That(Rendered.Text("{{ for x in 1..5000; end; 'done' }}", options: new RenderOptions { LoopLimit = 0 }), Is.EqualTo("done"));

    [TestCase("func f; f; end; f")]
    [TestCase("func f(x); ret f(x + 1); end; f(1)")]
    [TestCase("f = do; ret f; end; f")]
    [TestCase("func f; [1] | array.each @f; end; f 1")]
    [TestCase("func f; wrap f; 1; end; end; f")]
    public void Recursion_ends_at_its_limit(string code) =>
        Assert.That(Rendered.Error("{{ " + code + " }}"), Does.Contain("Exceeding number of recursive depth limit `100`"));

    [TestCase("x = 'ab'; for i in 1..40; x = x + x; end")]
    [TestCase("x = 'ab'; for i in 1..40; x += x; end")]
    [TestCase("'a' * 2000000")]
    [TestCase("'' * 5; ('ab' * 500000) * 3")]
    [TestCase("'' | string.pad_left 2000000000")]
    [TestCase("'' | string.pad_right 2000000")]
    [TestCase("('a' * 100000) | string.replace 'a' 'bbbbbbbbbbbbbbbbb'")]
    [TestCase("('a' * 100000) | regex.replace 'a' 'bbbbbbbbbbbbbbbbb'")]
    [TestCase("('a' * 1000000) | string.append ('a' * 1000000)")]
    [TestCase("x = 'a' * 1000000; $'{x}{x}'")]
    [TestCase("x = 'a' * 1000000; x; x")]
    [TestCase("x = 'a' * 100000; [x,x,x,x,x,x,x,x,x,x,x,x] | array.join ','")]
    [TestCase("x = 'a' * 100000; [x,x,x,x,x,x,x,x,x,x,x,x]")]
    [TestCase("x = 'a' * 100000; [x,x,x,x,x,x,x,x,x,x,x,x] | object.to_json | string.append x")]
    [TestCase("capture c; for i in 1..1000; 'a' * 10000; end; end")]
    public void Text_ends_at_the_output_limit(string code) =>
        Assert.That(Rendered.Error("{{ " + code + " }}"), Does.Contain("exceeds the limit of `1048576` characters"));

    [TestCase("x = [1]; for i in 1..60; x = x + x; end")]
    [TestCase("x = [1, 2]; for i in 1..60; x = array.add_range x x; end")]
    [TestCase("[1] * 2000000000")]
    [TestCase("[] | array.insert_at 2000000000 1")]
    [TestCase("kept = []; for i in 1..1000; kept[i] = ('x' * 100000) + i; end")]
    [TestCase("a = [1]; for i in 1..1000; a[a.size + 9000] = i; end")]
    [TestCase("func f(n); if n > 0; f(n - 1); f(n - 1); end; end; f(60)")]
    [TestCase("for i in 1..1000; ('x' * 1000000) | string.upcase; end")]
    public void Work_ends_at_the_step_limit(string code) =>
        Assert.That(Rendered.Error("{{ " + code + " }}", new RenderOptions { StepLimit = 200_000, LoopLimit = 0, OutputLimit = 100_000_000 }), Does.Contain("did more than `200000` steps"));

    [Test]
    public void Output_may_be_as_long_as_its_limit_and_no_longer()
    {
        var options = new RenderOptions { OutputLimit = 10 };

        Assert.That(Rendered.Text("12345{{ '67890' }}", options: options), Has.Length.EqualTo(10));
        Assert.That(Rendered.Error("12345{{ '67890' }}!", options), Is.EqualTo("test(1,19) : error : The output exceeds the limit of `10` characters."));
    }

    [TestCase("(", ")")]
    [TestCase("[", "]")]
    [TestCase("{a:", "}")]
    [TestCase("!", "")]
    [TestCase("-", "")]
    [TestCase("x[", "]")]
    [TestCase("x(", ")")]
    [TestCase("$'{", "}'")]
    [TestCase("1 ? ", " : 1")]
    [TestCase("do; ", " end")]
    [TestCase("if 1; ", " end;")]
    [TestCase("for x in y; ", " end;")]
    [TestCase("(do; ret ", ";end)")]
    public void Nesting_is_limited_while_parsing(string open, string close)
    {
        const int depth = 20_000;
        var text = "{{ " + string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth)) + " }}";

        var template = Template.Parse(text, "deep");

        Assert.That(template.Messages.Select(message => message.Text), Has.One.StartsWith("The statement depth limit `250` was reached"));
    }

    [TestCase("1", " + 1")]
    [TestCase("x", ".x")]
    [TestCase("x", "?.x")]
    [TestCase("x", "[0]")]
    [TestCase("x", "(1)")]
    [TestCase("'a'", " | string.upcase")]
    [TestCase("1", " ?? 1")]
    [TestCase("1", " && 1")]
    public void Chains_are_limited_while_parsing(string start, string link)
    {
        var template = Template.Parse("{{ " + start + string.Concat(Enumerable.Repeat(link, 60_000)) + " }}", "long");

        Assert.That(template.Messages.Select(message => message.Text), Has.One.StartsWith("The expression has more than 1000"));
    }

    [Test]
    public void Deep_trees_end_before_the_stack_does()
    {
        var chain = "1" + string.Concat(Enumerable.Repeat(" + 1", 900));
        var template = Template.Parse("{{ func f(n); ret n == 0 ? 0 : " + chain.Replace("1 +", "(f n - 1) +", StringComparison.Ordinal) + "; end; f 90 }}", "deep");
        Exception? thrown = null;

        var thread = new Thread(() => thrown = Assert.Catch(() => { template.Render([], new RenderOptions { StepLimit = 100_000 }); }), 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.That(thrown, Is.TypeOf<TemplateException>());
    }

    [Test]
    public void Many_else_if_are_no_nesting() =>
        Assert.That(Rendered.Text("{{ if 1 == 0;" + string.Concat(Enumerable.Repeat(" else if 1 == 0;", 5000)) + " else; 'end'; end }}"), Is.EqualTo("end"));

    [TestCase("a = []; a[0] = a; a")]
    [TestCase("o = {}; o.o = o; o | object.to_json")]
    [TestCase("o = {}; o.o = [o]; o")]
    [TestCase("o = {}; o.o = o; 'x' + o")]
    public void Values_that_contain_themselves_do_not_print(string code) =>
        Assert.That(Rendered.Error("{{ " + code + " }}"), Does.Contain("reference loops"));

    [Test]
    public void Lists_that_contain_themselves_compare() => Assert.That(Rendered.Text("{{ a = []; a[0] = a; b = []; b[0] = b; a == b }}"), Is.EqualTo("false"));

    [Test]
    public void A_regular_expression_ends_at_its_time()
    {
        var options = new RenderOptions { RegexTimeout = TimeSpan.FromMilliseconds(50) };

        Assert.That(Rendered.Error("{{ ('a' * 40) + 'b' | regex.match '^(a+)+$' }}", options), Does.Contain("took longer than"));
    }

    [TestCase("1 << -2147483648")]
    [TestCase("1523 | math.format 'N999999999'")]
    [TestCase("x = 10 * 10.0m; for i in 1..900; x = x * x; end; 99999999999999999999 * 2; y = 99999999999999999999; for i in 1..20; y = y * y; end")]
    public void Numbers_do_not_grow_without_bound(string code) => Assert.That(Rendered.Error("{{ " + code + " }}"), Does.Contain("too l"));

    [Test]
    public void Cancellation_ends_the_rendering()
    {
        var template = Template.Parse("{{ while true; end }}", "test");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.That(() => template.Render([], cancellationToken: cancelled.Token),
            Throws.TypeOf<TemplateException>().With.InnerException.TypeOf<OperationCanceledException>());
    }
}
