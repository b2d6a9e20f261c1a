using System.Text.Json;
using DealBot.Contracts;
using DealBot.Host.Plugins;

namespace DealBot.Host.Tests.Plugins;

public sealed class OptionReaderTests
{
    private const string Schema = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "type": "object",
          "required": ["url"],
          "properties": {
            "url": { "type": "string", "pattern": "^https://", "description": "where to" },
            "door": { "type": "string", "writeOnly": true, "minLength": 4 },
            "seconds": { "type": "integer", "minimum": 1, "maximum": 60, "default": 10 },
            "loud": { "type": "boolean" },
            "mode": { "type": "string", "enum": ["a", "b"] },
            "tags": { "type": "array", "items": { "type": "integer" }, "maxItems": 2 },
            "targets": { "type": "object", "additionalProperties": { "type": "object", "properties": { "token": { "type": "string" } } } }
          },
          "additionalProperties": false
        }
        """;

    [Test]
    public void Texts_become_what_the_schema_says_and_defaults_are_filled_in()
    {
        var options = Read("""{ "URL": "https://a.example", "loud": "True", "tags": ["1", "2"], "targets": { "x": { "token": "abc" } } }""").Options;

        Assert.That(options.GetRawText(), Is.EqualTo("""{"url":"https://a.example","loud":true,"tags":[1,2],"targets":{"x":{"token":"abc"}},"seconds":10}"""));
    }

    [TestCase("""{ "seconds": "5" }""", "url", "missing")]
    [TestCase("""{ "url": "ftp://a", "seconds": "5" }""", "url", "wrong shape")]
    [TestCase("""{ "url": "https://a", "seconds": "many" }""", "seconds", "wrong type")]
    [TestCase("""{ "url": "https://a", "seconds": "90" }""", "seconds", "out of range")]
    [TestCase("""{ "url": "https://a", "loud": "maybe" }""", "loud", "wrong type")]
    [TestCase("""{ "url": "https://a", "mode": "c" }""", "mode", "bad value")]
    [TestCase("""{ "url": "https://a", "tags": ["1", "x"] }""", "tags[1]", "wrong type")]
    [TestCase("""{ "url": "https://a", "tags": ["1", "2", "3"] }""", "tags", "wrong number of entries")]
    [TestCase("""{ "url": "https://a", "tags": "1" }""", "tags", "wrong type")]
    [TestCase("""{ "url": "https://a", "targets": { "x": { "tokn": "1" } } }""", "targets.x.tokn", "no such setting")]
    [TestCase("""{ "url": { "x": "1" } }""", "url", "wrong type")]
    public void Fault_is_named_with_its_path(string options, string path, string problem)
    {
        var fault = Read(options).Faults.Single();

        Assert.That((fault.Path, fault.Problem.En), Is.EqualTo((path, problem)));
    }

    [Test]
    public void All_faults_are_told_at_once() =>
        Assert.That(Read("""{ "seconds": "0", "loud": "x", "what": "1" }""").Faults.Select(fault => fault.Path), Is.EquivalentTo(new[] { "seconds", "loud", "what", "url" }));

    [Test]
    public void What_would_be_right_says_bounds_and_meaning() =>
        Assert.That((Read("{}").Faults.Single().Remedy.En, Read("""{ "url": "https://a", "seconds": "0" }""").Faults.Single().Remedy.Zh), Is.EqualTo(("text ^https:// (where to)", "整数 1 – 60")));

    [Test]
    public void Secrets_are_known_by_schema_and_by_name_and_never_shown()
    {
        var read = Read("""{ "url": "https://a", "door": "abc", "targets": { "x": { "token": "s3cret-token" } } }""");

        Assert.That(read.Secrets, Is.EqualTo(new[] { "abc", "s3cret-token" }));
        Assert.That(read.Faults.Single().Value, Is.Null);
    }

    [TestCase("""{ "type": "object", "properties": { "a": { "type": "string", "not": {} } } }""", "$.properties.a.not")]
    [TestCase("""{ "type": "object", "properties": { "a": { } } }""", "$.properties.a.type")]
    [TestCase("""{ "type": "array" }""", "$.type")]
    [TestCase("""{ "type": "object", "properties": 1 }""", "$.properties")]
    [TestCase("""{ "type": "object", "properties": { "a": { "type": "string", "pattern": "(" } } }""", "$.properties.a.pattern")]
    public void Schema_that_says_what_is_not_understood_is_refused(string schema, string place) =>
        Assert.That(() => OptionSchema.Parse(JsonElement.Parse(schema)), Throws.InstanceOf<FormatException>().With.Message.StartsWith(place));

    private static OptionReader Read(string options) => OptionReader.Read(OptionSchema.Parse(JsonElement.Parse(Schema)), JsonElement.Parse(options));
}
