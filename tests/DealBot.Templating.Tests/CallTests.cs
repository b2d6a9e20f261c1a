namespace DealBot.Templating.Tests;

public sealed class CallTests
{
    [TestCase("string.append 'a' 'b'", "ab")]
    [TestCase("string.append('a', 'b')", "ab")]
    [TestCase("'a' | string.append 'b'", "ab")]
    [TestCase("'a' |> string.append('b')", "ab")]
    [TestCase("'a' | string.append 'b' | string.upcase", "AB")]
    [TestCase("'a' |\n string.append 'b' |\n string.upcase", "AB")]
    [TestCase("'a'\n | string.append 'b'\n | string.upcase", "AB")]
    [TestCase("'4' | string.to_int + 1", "5")]
    [TestCase("1 + 2 | math.times 3", "9")]
    [TestCase("'abc' | string.contains 'b' ? 'yes' : 'no'", "yes")]
    [TestCase("'abc' | string.slice start: 1", "bc")]
    [TestCase("string.slice 'abc' 0 length: 2", "ab")]
    [TestCase("string.slice(text: 'abc', start: 1, length: 1)", "b")]
    [TestCase("string.append ^['x', 'y']", "xy")]
    [TestCase("^['x', 'y'] | string.append", "xy")]
    [TestCase("math.abs (-3)", "3")]
    [TestCase("2 * math.abs(-3) + 1", "7")]
    [TestCase("[3, 1] | array.sort | array.first", "1")]
    [TestCase("array.size [1, 2]", "2")]
    public void Functions_and_pipes(string expression, string expected) => Assert.That(Rendered.Text("{{ " + expression + " }}"), Is.EqualTo(expected));

    [Test]
    public void A_space_before_a_bracket_passes_a_list() =>
        Assert.That(Rendered.Text("{{ func f; ret $0.size; end; f [7, 8, 9] }}"), Is.EqualTo("3"));

    [TestCase("func sub; ret $0 - $1; end; sub 5 1", "4")]
    [TestCase("func sub; ret $0 - $1; end; 5 | sub 1", "4")]
    [TestCase("func last; ret $[-1]; end; last 1 2 3", "3")]
    [TestCase("func named; $.count + $['unit']; end; named count: 2 unit: 'x'", "2x")]
    [TestCase("func f; x = 1; end; f; x", "1")]
    [TestCase("func f; $x = 1; end; f; $x", "")]
    [TestCase("x = do; ret $0 * 2; end; x 4", "8")]
    [TestCase("f = @string.upcase; f 'a'", "A")]
    [TestCase("o = {}; o.twice = @(do; ret $0 * 2; end); 3 | o.twice", "6")]
    [TestCase("func run; ret $0 1 2; end; run do; ret $0 + $1; end", "3")]
    [TestCase("(do; ret 1; end) + 1", "2")]
    [TestCase("func f; 'out'; ret 5; end; x = f; x", "out5")]
    [TestCase("func f; end; f", "")]
    public void Simple_functions_share_the_variables_of_their_caller(string code, string expected) =>
        Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("func f(a, b = 2); ret a + b; end; f 1", "3")]
    [TestCase("func f(a, b = -2, c = null, d = 'x'); ret d + c + a + b; end; f 1", "x1-2")]
    [TestCase("func f(a, b = 2); ret a + b; end; f 1 5", "6")]
    [TestCase("func f(a, b = 2); ret a - b; end; f(b: 1, a: 9)", "8")]
    [TestCase("func f(a, rest...); ret a + rest.size; end; f 1 2 3", "3")]
    [TestCase("func f(a, rest...); ret $.unit + rest + a; end; f 1 2 unit: 'x'", "x[2]1")]
    [TestCase("func f(a, b = 2); ret a - b; end; f 1 a: 9", "7")]
    [TestCase("func f(a, b = 2); ret a - b; end; f a: 1 a: 9", "7")]
    [TestCase("func f(a); a = 9; x = 9; end; x = 1; f 1; x", "1")]
    [TestCase("func f(a); ret a + x; end; x = 1; f 1", "2")]
    [TestCase("func fib(n); if n < 2; ret n; end; ret fib(n - 1) + fib(n - 2); end; fib 10", "55")]
    [TestCase("sq(x) = x * x; sq 3", "9")]
    [TestCase("add(x, y) = x + y; [1, 2] | array.each @(do; ret add $0 10; end)", "[11, 12]")]
    public void Parametric_functions_have_a_scope_of_their_own(string code, string expected) =>
        Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("{{ 'ab' | !string.whitespace }}", "true")]
    [TestCase("{{ 'ab' | !string.contains 'b' }}", "false")]
    [TestCase("{{ 'ab' | !string.contains('c') && true }}", "true")]
    [TestCase("{{ 'abc' | -string.size }}", "-3")]
    [TestCase("{{ if ' ' | !string.whitespace; 1; else; 2; end }}", "2")]
    public void An_operator_before_the_function_after_a_pipe_applies_to_the_result(string template, string expected) =>
        Assert.That(Rendered.Text(template), Is.EqualTo(expected));

    [TestCase("{{ 'a' | (string.append 'b') }}", "ab")]
    [TestCase("{{ 'a' | (string.upcase) }}", "A")]
    public void A_call_in_parentheses_takes_what_is_piped_into_it(string template, string expected) =>
        Assert.That(Rendered.Text(template), Is.EqualTo(expected));
}
