namespace DealBot.Templating.Tests;

public sealed class StringFunctionTests
{
    [TestCase("'ab' | string.append 'c'", "abc")]
    [TestCase("'ab' | string.prepend 'c'", "cab")]
    [TestCase("'blue door' | string.capitalize", "Blue door")]
    [TestCase("'blue door' | string.capitalizewords", "Blue Door")]
    [TestCase("'Ab' | string.downcase", "ab")]
    [TestCase("'Ab' | string.upcase", "AB")]
    [TestCase("'a\"b\\n' | string.escape", "a\\\"b\\n")]
    [TestCase("'a\"b' | string.literal", "\"a\\\"b\"")]
    [TestCase("'100% M & Ms!!!' | string.handleize", "100-m-ms")]
    [TestCase("1 | string.pluralize 'deal' 'deals'", "deal")]
    [TestCase("3 | string.pluralize 'deal' 'deals'", "deals")]
    [TestCase("'four' | string.size", "4")]
    [TestCase("null | string.size", "0")]
    [TestCase("'hello' | string.slice 1", "ello")]
    [TestCase("'hello' | string.slice 1 3", "ell")]
    [TestCase("'hello' | string.slice (-3) 2", "ll")]
    [TestCase("'hello' | string.slice 9", "")]
    [TestCase("'hello' | string.slice1 1", "e")]
    [TestCase("'a, b' | string.split ', '", "[\"a\", \"b\"]")]
    [TestCase("'ab' | string.split ''", "[\"ab\"]")]
    [TestCase("'The cat came back' | string.truncate 10", "The cat...")]
    [TestCase("'short' | string.truncate 10", "short")]
    [TestCase("'保温杯大容量' | string.truncate 4 '…'", "保温杯…")]
    [TestCase("'one two three' | string.truncatewords 2", "one two...")]
    [TestCase("'one two' | string.truncatewords 2", "one two...")]
    public void Shaping(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("'  a ' | string.strip", "a")]
    [TestCase("'  a ' | string.lstrip", "a ")]
    [TestCase("'  a ' | string.rstrip", "  a")]
    [TestCase("'a\\r\\nb\\n' | string.strip_newlines", "ab")]
    [TestCase("'a' | string.pad_left 3", "  a")]
    [TestCase("'a' | string.pad_right 3", "a  ")]
    public void Trimming(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("'abc' | string.contains 'b'", "true")]
    [TestCase("'abc' | string.starts_with 'ab'", "true")]
    [TestCase("'abc' | string.ends_with 'ab'", "false")]
    [TestCase("'ABC' | string.equals_ignore_case 'abc'", "true")]
    [TestCase("'' | string.empty", "true")]
    [TestCase("' ' | string.whitespace", "true")]
    [TestCase("'banana' | string.index_of 'na'", "2")]
    [TestCase("'banana' | string.index_of 'na' 3", "4")]
    [TestCase("'banana' | string.index_of 'NA' string_comparison: 'OrdinalIgnoreCase'", "2")]
    [TestCase("'banana' | string.index_of 'x'", "-1")]
    [TestCase("'banana' | string.remove 'na'", "ba")]
    [TestCase("'banana' | string.remove_first 'na'", "bana")]
    [TestCase("'banana' | string.remove_last 'an'", "bana")]
    [TestCase("'banana' | string.replace 'a' 'o'", "bonono")]
    [TestCase("'banana' | string.replace_first 'a' 'o'", "bonana")]
    [TestCase("'banana' | string.replace_first 'a' 'o' true", "banano")]
    public void Searching_and_replacing(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [TestCase("('12' | string.to_int) + 1", "13")]
    [TestCase("'x' | string.to_int", "")]
    [TestCase("'5000000000' | string.to_long", "5000000000")]
    [TestCase("'1.5' | string.to_double", "1.5")]
    [TestCase("'1.5' | string.to_float", "1.5")]
    [TestCase("'你好' | string.base64_encode", "5L2g5aW9")]
    [TestCase("'5L2g5aW9' | string.base64_decode", "你好")]
    [TestCase("'test' | string.md5", "098f6bcd4621d373cade4e832627b4f6")]
    [TestCase("'test' | string.sha1", "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3")]
    [TestCase("'test' | string.sha256 | string.slice 0 16", "9f86d081884c7d65")]
    [TestCase("'test' | string.sha512 | string.slice 0 16", "ee26b0dd4af7e749")]
    [TestCase("'test' | string.hmac_sha1 'secret'", "1aa349585ed7ecbd3b9c486a30067e395ca4b356")]
    [TestCase("'test' | string.hmac_sha256 'secret' | string.slice 0 16", "0329a06b62cd16b3")]
    [TestCase("'test' | string.hmac_sha512 'secret' | string.slice 0 16", "f8a4f0a209167bc1")]
    public void Converting_and_hashing(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [Test]
    public void Text_that_is_not_base64_is_an_error() => Assert.That(Rendered.Error("{{ '!' | string.base64_decode }}"), Does.Contain("string.base64_decode"));

    [Test]
    public void Truncation_never_splits_a_character() =>
        Assert.That(Rendered.Text("{{ 'ab😀cd' | string.truncate 4 '.' }}"), Is.EqualTo("ab."));
}
