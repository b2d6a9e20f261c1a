namespace DealBot.Templating.Tests;

public sealed class ObjectFunctionTests
{
    [TestCase("missing | object.default 'd'", "d")]
    [TestCase("'' | object.default 'd'", "d")]
    [TestCase("0 | object.default 'd'", "0")]
    [TestCase("1523 | object.format 'N2' 'en-US'", "1,523.00")]
    [TestCase("shop | object.has_key 'name'", "true")]
    [TestCase("shop | object.has_key 'none'", "false")]
    [TestCase("{a: null} | object.has_value 'a'", "false")]
    [TestCase("shop | object.keys", "[\"name\", \"city\"]")]
    [TestCase("shop | object.values", "[\"Blue Door\", \"Hangzhou\"]")]
    [TestCase("shop | object.size", "2")]
    [TestCase("[1] | object.size", "1")]
    [TestCase("'abc' | object.size", "3")]
    public void Looking_into_values(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("null", "", "")]
    [TestCase("true", "boolean", "bool")]
    [TestCase("1", "number", "int")]
    [TestCase("5000000000", "number", "long")]
    [TestCase("1.5", "number", "double")]
    [TestCase("1.5m", "number", "decimal")]
    [TestCase("99999999999999999999", "number", "bigint")]
    [TestCase("'x'", "string", "string")]
    [TestCase("(1..2)", "iterator", "range")]
    [TestCase("[1]", "array", "array")]
    [TestCase("{}", "object", "object")]
    [TestCase("@string.upcase", "object", "function")]
    public void Names_of_types(string value, string type, string kind) =>
        Assert.That(Rendered.Text("{{ " + value + " | object.typeof }}/{{ " + value + " | object.kind }}"), Is.EqualTo(type + "/" + kind));

    [TestCase("{a: 'x', b: [1, 2.5, null, true]} | object.to_json", "{\"a\":\"x\",\"b\":[1,2.5,null,true]}")]
    [TestCase("'中<' | object.to_json", "\"\\u4E2D\\u003C\"")]
    [TestCase("price | object.to_json", "12.50")]
    [TestCase("1..3 | object.to_json", "[1,2,3]")]
    [TestCase("(`{\"a\": [1, {\"b\": 2}]}` | object.from_json).a[1].b", "2")]
    [TestCase("'[1]' | object.from_json | array.first", "1")]
    public void Json(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("{{ '{' | object.from_json }}", "The text is not JSON")]
    [TestCase("{{ '1' | object.eval }}", "The function `object.eval` is turned off")]
    public void Says_what_does_not_fit(string template, string expected) => Assert.That(Rendered.Error(template), Does.Contain(expected));

    [TestCase("'<b>&\"' | html.escape", "&lt;b&gt;&amp;&quot;")]
    [TestCase("'a\\nb\\r\\nc' | html.newline_to_br", "a<br />\nb<br />\nc")]
    [TestCase("'<p>a <b>c</b></p>' | html.strip", "a c")]
    [TestCase("'a b&c/中' | html.url_encode", "a%20b%26c%2F%E4%B8%AD")]
    [TestCase("'<a b>&/?' | html.url_escape", "%3Ca%20b%3E&/?")]
    public void Html(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("'this is text123' | regex.match `(\\w+) is ([a-z]+\\d+)`", "[\"this is text123\", \"this\", \"text123\"]")]
    [TestCase("'abc' | regex.match 'x'", "[]")]
    [TestCase("'a1b2' | regex.matches `[a-z](\\d)`", "[[\"a1\", \"1\"], [\"b2\", \"2\"]]")]
    [TestCase("'ABC' | regex.match 'b' 'i'", "[\"B\"]")]
    [TestCase("'abbbc' | regex.replace 'b+' '-'", "a-c")]
    [TestCase("'ab' | regex.replace '(a)(b)' '$2$1'", "ba")]
    [TestCase("'a , b' | regex.split `\\s*,\\s*`", "[\"a\", \"b\"]")]
    [TestCase("'(a.b)' | regex.escape", "\\(a\\.b\\)")]
    [TestCase("`\\(a` | regex.unescape", "(a")]
    public void Regex(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("{{ 'a' | regex.match '(' }}", "Invalid regular expression")]
    [TestCase("{{ 'a' | regex.match 'a' 'q' }}", "`q` is not a regex option")]
    public void Regex_says_what_is_wrong(string template, string expected) => Assert.That(Rendered.Error(template), Does.Contain(expected));
}
