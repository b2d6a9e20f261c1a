namespace DealBot.Templating.Tests;

public sealed class LiteralTests
{
    [TestCase("\"a'b\"", "a'b")]
    [TestCase("'a\"b'", "a\"b")]
    [TestCase("'it\\'s'", "it's")]
    [TestCase("'a\\tb\\\\'", "a\tb\\")]
    [TestCase("'\\u4E2D\\x41'", "中A")]
    [TestCase("`raw \\n`", "raw \\n")]
    [TestCase("`tick `` tick`", "tick ` tick")]
    [TestCase("''", "")]
    [TestCase("'two\nlines'", "two\nlines")]
    public void Strings(string literal, string expected) => Assert.That(Rendered.Text("{{ " + literal + " }}"), Is.EqualTo(expected));

    [TestCase("0", "0")]
    [TestCase("1_000", "1000")]
    [TestCase("3000000000", "3000000000")]
    [TestCase("99999999999999999999", "99999999999999999999")]
    [TestCase("2e3", "2000")]
    [TestCase("1.5", "1.5")]
    [TestCase("1.50", "1.5")]
    [TestCase("1.50m", "1.50")]
    [TestCase("2.5e-3", "0.0025")]
    [TestCase("4f", "4")]
    [TestCase("0x1F", "31")]
    [TestCase("0xFFFFFFFF", "-1")]
    [TestCase("0xFFFFFFFFu", "4294967295")]
    [TestCase("0b101", "5")]
    [TestCase("true", "true")]
    [TestCase("false", "false")]
    [TestCase("null", "")]
    public void Numbers_and_constants(string literal, string expected) => Assert.That(Rendered.Text("{{ " + literal + " }}"), Is.EqualTo(expected));

    [TestCase("$'plain'", "plain")]
    [TestCase("$'{1}{2}'", "12")]
    [TestCase("$\"sum {1 + 2}!\"", "sum 3!")]
    [TestCase("$'a {$\"b {'c'}\"} d'", "a b c d")]
    [TestCase("$'\\{{1}}'", "{1}")]
    [TestCase("$'{ {a: 4}.a }'", "4")]
    [TestCase("$'{shop.name | string.upcase}'", "BLUE DOOR")]
    [TestCase("$'[{null}]'", "[]")]
    public void Interpolated_strings(string literal, string expected) => Assert.That(Rendered.Text("{{ " + literal + " }}"), Is.EqualTo(expected));

    [TestCase("[]", "[]")]
    [TestCase("[1, 'a', null, true]", "[1, \"a\", null, true]")]
    [TestCase("[1,\n2,\n]", "[1, 2]")]
    [TestCase("{}", "{}")]
    [TestCase("{a: 1, \"b c\": [2]}", "{a: 1, b c: [2]}")]
    [TestCase("{\n a: 1,\n}", "{a: 1}")]
    [TestCase("1..4", "[1, 2, 3, 4]")]
    [TestCase("1..<4", "[1, 2, 3]")]
    [TestCase("3..1", "[3, 2, 1]")]
    public void Lists_objects_and_ranges(string literal, string expected) => Assert.That(Rendered.Text("{{ " + literal + " }}"), Is.EqualTo(expected));
}
