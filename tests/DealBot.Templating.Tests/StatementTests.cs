namespace DealBot.Templating.Tests;

public sealed class StatementTests
{
    [TestCase("if true; 'a'; end", "a")]
    [TestCase("if false; 'a'; else; 'b'; end", "b")]
    [TestCase("if false; 'a'; else if null; 'b'; else if 0; 'c'; else; 'd'; end", "c")]
    [TestCase("if ''; 'empty text is true'; end", "empty text is true")]
    [TestCase("if true\n if false\n 'a'\n else\n 'b'\n end\nend", "b")]
    public void If(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("case 5; when 4; 'four'; when 5; 'five'; end", "five")]
    [TestCase("case 'b'; when 'a', 'b'; 1; when 'c'; 2; end", "1")]
    [TestCase("case 'c'; when 'a' || 'b'; 1; else; 2; end", "2")]
    [TestCase("case 1; when 2; 3; end", "")]
    public void Case(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("for x in [1, 2, 3]; x; end", "123")]
    [TestCase("for x in []; x; else; 'none'; end", "none")]
    [TestCase("for x in null; x; else; 'none'; end", "")]
    [TestCase("for x in 1..3; x; end", "123")]
    [TestCase("for x in (1..9) offset: 2 limit: 3; x; end", "345")]
    [TestCase("for x in deals offset:1; x.title; end", "TowelLamp")]
    [TestCase("for x in [1, 2, 3] limit: 2 reversed; x; end", "32")]
    [TestCase("for x in deals | array.map 'price' | array.sort; x; ' '; end", "15 42 89 ")]
    [TestCase("for c in 'abc'; c + '.'; end", "a.b.c.")]
    [TestCase("for m in shop; m.key + '=' + m.value + ';'; end", "name=Blue Door;city=Hangzhou;")]
    [TestCase("for $x in [1, 2]; $x; end; $x", "12")]
    [TestCase("x = 'kept'; for x in [1]; x; end; x", "1kept")]
    [TestCase("for x in [1, 2, 3]; if x == 2; continue; end; x; end", "13")]
    [TestCase("for x in [1, 2, 3]; if x == 2; break; end; x; end", "1")]
    [TestCase("for x in [1, 2]; for y in [3, 4]; if y == 4; break; end; x * y; ' '; end; end", "3 6 ")]
    public void For(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("index", "0 1 2 ")]
    [TestCase("index0", "0 1 2 ")]
    [TestCase("rindex", "2 1 0 ")]
    [TestCase("first", "true false false ")]
    [TestCase("last", "false false true ")]
    [TestCase("even", "true false true ")]
    [TestCase("odd", "false true false ")]
    [TestCase("changed", "true false true ")]
    [TestCase("length", "3 3 3 ")]
    public void Loop_variables(string member, string expected) =>
        Assert.That(Rendered.Text("{{ for x in [7, 7, 8]; for." + member + "; ' '; end }}"), Is.EqualTo(expected));

    [TestCase("x = 0; while x < 3; x += 1; x; end", "123")]
    [TestCase("x = 0; while true; x++; if x > 2; break; end; end; x", "0123")]
    [TestCase("while false; 1; end", "")]
    [TestCase("x = 0; while x < 3; x += 1; while.index; while.first; ' '; end", "0true 1false 2false ")]
    public void While(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [Test]
    public void Tablerow_writes_rows_and_cells() => Assert.That(
        Rendered.Text("{{ tablerow x in [1, 2, 3] cols: 2; x; end }}"),
        Is.EqualTo("<tr class=\"row1\"><td class=\"col1\">1</td><td class=\"col2\">2</td></tr>\n<tr class=\"row2\"><td class=\"col1\">3</td></tr>\n"));

    [TestCase("{{ capture c }}a{{ 1 }}{{ end }}[{{ c }}]", "[a1]")]
    [TestCase("{{ capture $c }}x{{ end }}{{ $c.size }}", "1")]
    [TestCase("{{ o = {}; capture o.c }}x{{ end }}{{ o.c }}", "x")]
    public void Capture(string template, string expected) => Assert.That(Rendered.Text(template), Is.EqualTo(expected));

    [TestCase("o = {}; with o; x = 1; end; o.x; x", "1")]
    [TestCase("y = 2; with {x: 1}; x + y; end", "3")]
    [TestCase("with {x: 1}; with this; x; end; end", "1")]
    [TestCase("import {m: 'got'}; m", "got")]
    [TestCase("m = 1; readonly m; import {m: 2}; m", "1")]
    [TestCase("x = 1; readonly x; with {}; x = 2; x; end; x", "21")]
    public void With_import_and_readonly(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [Test]
    public void Wrap_gives_a_block_to_a_function() =>
        Assert.That(Rendered.Text("{{ func twice; '<'; $$; '|'; $$; '>'; end; wrap twice; 'x'; end }}"), Is.EqualTo("<x|x>"));

    [Test]
    public void A_wrapped_block_may_hand_on_the_block_around_it() => Assert.That(
        Rendered.Text("{{ func a; '('; $$; ')'; end; func b; wrap a; '['; $$; ']'; end; end; wrap b; 'x'; end }}"),
        Is.EqualTo("([x])"));

    [Test]
    public void A_break_in_a_wrapped_block_leaves_the_loop_around_it() => Assert.That(
        Rendered.Text("{{ func thrice; for i in 1..3; $$; '.'; end; end; wrap thrice; i; if i == 2; break; end; end }}"),
        Is.EqualTo("1.2"));

    [TestCase("a{{ ret }}b", "a")]
    [TestCase("{{ for x in 1..9; x; if x == 3; ret; end; end }}!", "123")]
    [TestCase("{{ func f; for x in 1..9; if x == 3; ret x; end; end; end; f }}!", "3!")]
    public void Ret_leaves_the_page_or_the_function(string template, string expected) => Assert.That(Rendered.Text(template), Is.EqualTo(expected));
}
