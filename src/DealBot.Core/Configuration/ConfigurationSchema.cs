using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using DealBot.Contracts;

namespace DealBot.Core.Configuration;

/// <summary>JSON Schemas of the owners' files, so that an editor completes and checks them.</summary>
public static class ConfigurationSchema
{
    private static readonly IReadOnlyDictionary<string, Type> Types = new Dictionary<string, Type>
    {
        [OwnersFile.Name] = typeof(OwnersFile),
        [GroupsFile.Name] = typeof(GroupsFile),
        [SchedulesFile.Name] = typeof(SchedulesFile),
        [AudiencesFile.Name] = typeof(AudiencesFile),
        [CampaignsFile.Name] = typeof(CampaignsFile),
        [SelectionFile.Name] = typeof(SelectionFile),
        [BotFile.Name] = typeof(BotFile),
    };

    /// <summary>Schema texts by file name, for example <c>groups.schema.json</c>.</summary>
    public static IReadOnlyDictionary<string, string> Export() => Types.ToDictionary(
        pair => Path.ChangeExtension(pair.Key, ".schema.json"),
        pair => Export(pair.Value, ConfigurationJson.Options));

    /// <summary>The schema of settings that .NET binds: an editor heeds the case of names, so they are spelt as the sample and the documents spell them.</summary>
    public static string ExportSettings(Type type) => Export(type, new JsonSerializerOptions(ConfigurationJson.Options) { PropertyNamingPolicy = null });

    private static string Export(Type type, JsonSerializerOptions naming)
    {
        var options = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        var schema = naming.GetJsonSchemaAsNode(type, options).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema.ToJsonString(ConfigurationJson.Options) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node)
        {
            node = [];
        }

        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(Money))
        {
            node["type"] = "number";
        }
        else if (type == typeof(Rate))
        {
            (node["type"], node["minimum"], node["maximum"]) = ("number", 0, 100);
        }
        else if (type == typeof(TimeOnly))
        {
            (node["type"], node["pattern"]) = ("string", "^([01]?[0-9]|2[0-3]):[0-5][0-9]$");
            node.Remove("format");
        }
        else if (context.TypeInfo.Kind == System.Text.Json.Serialization.Metadata.JsonTypeInfoKind.Object)
        {
            node["additionalProperties"] = false;
        }

        if (context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true) is [DescriptionAttribute { Description: var text }, ..])
        {
            node["description"] = text;
        }

        return node;
    }
}
