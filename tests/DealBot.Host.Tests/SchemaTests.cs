using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DealBot.Host.Commands;

namespace DealBot.Host.Tests;

public sealed class SchemaTests
{
    private static IEnumerable<string> Names => SchemaCommand.All().Keys;

    [Test]
    public void Every_schema_is_committed_and_no_other() => Assert.That(
        Directory.EnumerateFiles(Repository.Path("config", "schema")).Select(Path.GetFileName),
        Is.EquivalentTo(SchemaCommand.All().Keys),
        "run dealbot schema");

    [TestCaseSource(nameof(Names))]
    public void Committed_schema_is_what_the_code_says(string name) => Assert.That(
        File.ReadAllText(Repository.Path("config", "schema", name)),
        Is.EqualTo(SchemaCommand.All()[name]),
        "run dealbot schema");

    /// <summary>An editor shows the description, and flags names that are spelt otherwise: also by a capital.</summary>
    [TestCaseSource(nameof(Names))]
    public void Every_setting_is_described_in_Chinese(string name) =>
        Assert.That(Undescribed(JsonNode.Parse(SchemaCommand.All()[name])!, "$"), Is.Empty);

    [TestCase(false, TestName = "Sample settings are spelt as the schema spells them")]
    [TestCase(true, TestName = "So are the adapters that stand in the sample as comments")]
    public void Sample_settings_are_spelt_as_the_schema_spells_them(bool withComments)
    {
        var text = File.ReadAllText(Repository.Path("appsettings.example.json"));
        text = withComments ? Regex.Replace(text, "(?m)^( +)// (?=[ ,}])", "$1") : text;
        var sample = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;

        Assert.That(Unknown(sample, JsonNode.Parse(SchemaCommand.All()["appsettings.schema.json"])!, "$"), Is.Empty);
        Assert.That(sample["DealBot"]!["Adapters"]!.AsObject(), Has.Count.EqualTo(withComments ? 8 : 2), "an adapter is missing in the sample");
    }

    private static IEnumerable<string> Undescribed(JsonNode schema, string path)
    {
        if (schema is not JsonObject node)
        {
            return [];
        }

        var properties = node["properties"] as JsonObject ?? [];
        var here = properties
            .Where(property => property.Key != "$schema" && property.Value?["description"]?.GetValue<string>().Any(letter => letter is >= '一' and <= '鿿') != true)
            .Select(property => $"{path}.{property.Key}");
        var below = properties.Append(new("*", node["additionalProperties"])).Append(new("[]", node["items"]))
            .Where(property => property.Value is JsonObject)
            .SelectMany(property => Undescribed(property.Value!, $"{path}.{property.Key}"));
        return [.. here, .. below];
    }

    private static IEnumerable<string> Unknown(JsonNode? value, JsonNode schema, string path)
    {
        if (value is not JsonObject settings || schema["properties"] is null && schema["additionalProperties"] is not JsonObject)
        {
            return [];
        }

        return settings.SelectMany(setting => (schema["properties"]?[setting.Key] ?? schema["additionalProperties"]) is JsonObject known
            ? Unknown(setting.Value, known, $"{path}.{setting.Key}")
            : [$"{path}.{setting.Key}"]);
    }
}
