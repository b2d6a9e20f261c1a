using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using DealBot.Core.Configuration;

namespace DealBot.Core.Tests.Configuration;

public sealed class ConfigurationSchemaTests
{
    private static readonly IReadOnlyDictionary<string, string> Schemas = ConfigurationSchema.Export();

    private static IEnumerable<string> Names => Schemas.Keys;

    [Test]
    public void There_is_a_schema_for_each_file() => Assert.That(
        Schemas.Keys,
        Is.EquivalentTo(ConfigurationLoader.FileNames.Select(name => name.Replace(".json", ".schema.json", StringComparison.Ordinal))));

    [TestCaseSource(nameof(Names))]
    public void A_schema_is_json_that_names_its_dialect_and_forbids_unknown_properties(string name)
    {
        var schema = JsonNode.Parse(Schemas[name])!.AsObject();

        Assert.That((string)schema["$schema"]!, Does.StartWith("https://json-schema.org/"));
        Assert.That((bool)schema["additionalProperties"]!, Is.False);
        Assert.That(Objects(schema).Where(node => node["properties"] is JsonObject).All(node => node["additionalProperties"] is JsonValue value && !(bool)value), Is.True);
    }

    [TestCaseSource(nameof(Names))]
    public void Every_reference_within_a_schema_leads_somewhere(string name)
    {
        var schema = JsonNode.Parse(Schemas[name])!.AsObject();

        foreach (var reference in Objects(schema).Select(node => node["$ref"]).OfType<JsonNode>())
        {
            var target = ((string)reference!).TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Aggregate((JsonNode?)schema, (node, step) => node is JsonArray array ? array[int.Parse(step, null)] : node?[step.Replace("~1", "/", StringComparison.Ordinal)]);
            Assert.That(target, Is.Not.Null, (string)reference!);
        }
    }

    [TestCase("owners.schema.json", "owners", typeof(Owner))]
    [TestCase("groups.schema.json", "groups", typeof(Group))]
    [TestCase("schedules.schema.json", "schedules", typeof(Schedule))]
    [TestCase("audiences.schema.json", "audiences", typeof(Audience))]
    [TestCase("campaigns.schema.json", "campaigns", typeof(Campaign))]
    public void Every_property_is_named_and_described_in_chinese(string name, string list, Type type)
    {
        var properties = JsonNode.Parse(Schemas[name])!["properties"]![list]!["items"]!["properties"]!.AsObject();

        var expected = type.GetProperties().Where(property => property.CanWrite).ToDictionary(
            property => JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            property => property.GetCustomAttribute<System.ComponentModel.DescriptionAttribute>()?.Description);
        Assert.That(properties.Select(property => property.Key), Is.EquivalentTo(expected.Keys));
        foreach (var (property, schema) in properties)
        {
            Assert.That((string?)schema!["description"], Is.EqualTo(expected[property]).And.Match(@"\p{IsCJKUnifiedIdeographs}"), property);
        }
    }

    [Test]
    public void The_properties_of_filters_are_described_too()
    {
        var filter = JsonNode.Parse(Schemas["selection.schema.json"])!["properties"]!["selection"]!["properties"]!["filter"]!["properties"]!;

        Assert.That((string)filter["couponHours"]!["description"]!, Does.Contain("小时"));
        Assert.That((string)filter["minCommissionPercent"]!["type"]!, Is.EqualTo("number"));
        Assert.That((int)filter["minCommissionPercent"]!["maximum"]!, Is.EqualTo(100));
    }

    [Test]
    public void What_the_loader_requires_the_schema_requires()
    {
        var group = JsonNode.Parse(Schemas["groups.schema.json"])!["properties"]!["groups"]!["items"]!;

        Assert.That(
            group["required"]!.AsArray().Select(name => (string)name!),
            Is.EquivalentTo(new[] { "id", "name", "owner", "adapter", "address", "audience", "schedule" }));
    }

    [Test]
    public void Chinese_is_written_as_it_is_read() => Assert.That(Schemas["groups.schema.json"], Does.Contain("群名").And.Not.Contain("\\u"));

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject item => item.Select(pair => pair.Value).SelectMany(Objects).Prepend(item),
        JsonArray array => array.SelectMany(Objects),
        _ => [],
    };
}
