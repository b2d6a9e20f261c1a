using System.Text;
using System.Text.Json;
using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Tests.Wire;

/// <summary>Whatever comes from outside, no text in it may throw when it is read.</summary>
public sealed class PlatformJsonTests
{
    [TestCase("""{"a":"\ud83d"}""", "\ufffd")]
    [TestCase("""{"a":"\uDE00\uD83D"}""", "\ufffd\ufffd")]
    [TestCase("""{"a":"\ud83d\ud83d\ude00"}""", "\ufffd😀")]
    [TestCase("""{"a":"\\ud83d"}""", "\\ud83d")]
    [TestCase("""{"a":"\\\ud83d\n"}""", "\\\ufffd\n")]
    [TestCase("""{"\ud83d":1,"a":"好价"}""", "好价")]
    [TestCase("\ufeff{\"a\":\"好价\"}", "好价")]
    public void Halves_of_characters_are_replaced_and_all_else_stays(string json, string text) =>
        Assert.That(PlatformAnswer.Text(PlatformJson.Parse(json)!.Value, "a"), Is.EqualTo(text));

    [Test]
    public void Bytes_that_are_no_text_are_replaced()
    {
        byte[] json = [.. "{\"a\":\"x"u8, 0xFF, .. "\"}"u8];

        Assert.That(PlatformAnswer.Text(PlatformJson.Parse(json)!.Value, "a"), Is.EqualTo("x\ufffd"));
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("""{"a":"\ud8"}""")]
    [TestCase("好价")]
    public void What_is_no_JSON_is_none(string text) => Assert.That(PlatformJson.Parse(Encoding.UTF8.GetBytes(text)), Is.Null);

    [Test]
    public void What_is_nested_without_end_is_none() => Assert.That(PlatformJson.Parse(new string('[', 100_000)), Is.Null);

    [Test]
    public void The_answer_outlives_its_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes("""{"a":"好价"}""");
        var json = PlatformJson.Parse(bytes)!.Value;

        bytes.AsSpan().Clear();

        Assert.That(json.GetProperty("a").ValueKind, Is.EqualTo(JsonValueKind.String));
        Assert.That(json.GetProperty("a").GetString(), Is.EqualTo("好价"));
    }
}
