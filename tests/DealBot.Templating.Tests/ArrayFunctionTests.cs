namespace DealBot.Templating.Tests;

public sealed class ArrayFunctionTests
{
    [TestCase("[1, 2] | array.add 3", "[1, 2, 3]")]
    [TestCase("[1] | array.add_range [2]", "[1, 2]")]
    [TestCase("[1] | array.concat [2]", "[1, 2]")]
    [TestCase("[1, null, 2] | array.compact", "[1, 2]")]
    [TestCase("[1, 2] | array.contains 2", "true")]
    [TestCase("['a'] | array.contains 'b'", "false")]
    [TestCase("[1, 2] | array.first", "1")]
    [TestCase("[] | array.first", "")]
    [TestCase("[1, 2] | array.last", "2")]
    [TestCase("null | array.size", "0")]
    [TestCase("['a', 'c'] | array.insert_at 1 'b'", "[\"a\", \"b\", \"c\"]")]
    [TestCase("[] | array.insert_at 2 'b'", "[null, null, \"b\"]")]
    [TestCase("[1, 2, 3] | array.remove_at 1", "[1, 3]")]
    [TestCase("[1, 2, 3] | array.remove_at (-1)", "[1, 2]")]
    [TestCase("[1, 2, 3] | array.limit 2", "[1, 2]")]
    [TestCase("[1, 2, 3] | array.limit 9", "[1, 2, 3]")]
    [TestCase("[1, 2, 3] | array.offset 2", "[3]")]
    [TestCase("[1, 2, 3] | array.reverse", "[3, 2, 1]")]
    [TestCase("[1, 1, 2, '2', 2.0] | array.uniq", "[1, 2, \"2\"]")]
    [TestCase("[1, 2] | array.join '-'", "1-2")]
    [TestCase("['a', 'b'] | array.join '' @string.upcase", "AB")]
    [TestCase("deals | array.map 'title'", "[\"Kettle\", \"Towel\", \"Lamp\"]")]
    [TestCase("deals | array.sort 'price' | array.map 'price'", "[15, 42, 89]")]
    [TestCase("[3, 1, 2] | array.sort", "[1, 2, 3]")]
    [TestCase("[10, 9, 1.5] | array.sort", "[1.5, 9, 10]")]
    [TestCase("['b', null, 'a'] | array.sort", "[null, \"a\", \"b\"]")]
    [TestCase("[{o: {p: 2}}, {o: {p: 1}}] | array.sort 'o.p' | array.map 'o'", "[{p: 1}, {p: 2}]")]
    [TestCase("[' a', 'b '] | array.each @string.strip", "[\"a\", \"b\"]")]
    [TestCase("['', 'x'] | array.filter @string.empty", "[\"\"]")]
    [TestCase("deals | array.filter @(do; ret $0.price > 40; end) | array.size", "2")]
    [TestCase("['xa', 'b'] | array.any @string.contains 'a'", "true")]
    [TestCase("['x', 'b'] | array.any @string.contains 'a'", "false")]
    [TestCase("for i in 1..3; array.cycle ['a', 'b']; end", "aba")]
    [TestCase("array.cycle ['a', 'b'] 'g'; array.cycle ['a', 'b'] 'h'; array.cycle ['a', 'b'] 'g'", "aab")]
    public void Lists(string code, string expected) => Assert.That(Rendered.Text("{{ " + code + " }}"), Is.EqualTo(expected));

    [Test]
    public void Functions_leave_the_list_they_are_given_alone() =>
        Assert.That(Rendered.Text("{{ a = [2, 1]; a | array.add 3; a | array.sort; a | array.reverse; a }}"), Is.EqualTo("[2, 1, 3][1, 2][1, 2][2, 1]"));
}
