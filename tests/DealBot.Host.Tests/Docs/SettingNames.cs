using System.Text.Json.Nodes;
using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Docs;

/// <summary>What settings there are, as the schemas say it: <c>groups[].filter.minPrice</c>, <c>DealBot.Networks.Jd.Accounts.{}.AppKey</c>.</summary>
internal static class SettingNames
{
    private static IReadOnlyDictionary<string, JsonObject> Schemas { get; } =
        SchemaCommand.All().ToDictionary(schema => schema.Key.Replace(".schema.json", "", StringComparison.Ordinal), schema => JsonNode.Parse(schema.Value)!.AsObject());

    /// <summary>Every setting of a file, and every group of settings.</summary>
    public static IEnumerable<string> Of(string file) => Below(Schemas[file], "").Select(setting => setting.Path).Where(path => !path.EndsWith(']') && !path.EndsWith('}'));

    /// <summary>Whether a piece of a file can stand somewhere in one of them.</summary>
    public static bool Know(JsonNode piece) =>
        Schemas.Values.Any(schema => Below(schema, "").Select(setting => setting.Node).Prepend(schema).Any(node => Fits(piece, node)));

    private static IEnumerable<(string Path, JsonObject Node)> Below(JsonObject node, string path)
    {
        foreach (var (name, below) in node["properties"] as JsonObject ?? [])
        {
            if (name != "$schema" && below is JsonObject setting)
            {
                var here = path.Length == 0 ? name : $"{path}.{name}";
                IEnumerable<(string, JsonObject)> deeper =
                [
                    .. Below(setting, here),
                    .. setting["items"] is JsonObject items ? Below(items, $"{here}[]").Prepend(($"{here}[]", items)) : [],
                    .. setting["additionalProperties"] is JsonObject values ? Below(values, $"{here}.{{}}").Prepend(($"{here}.{{}}", values)) : [],
                ];
                foreach (var found in deeper.Prepend((here, setting)))
                {
                    yield return found;
                }
            }
        }
    }

    private static bool Fits(JsonNode? value, JsonObject schema) => value switch
    {
        JsonObject settings => settings.All(setting => NodeOf(schema, setting.Key) is { } node && Fits(setting.Value, node)),
        JsonArray list => schema["items"] is not JsonObject items || list.All(item => Fits(item, items)),
        _ => true,
    };

    private static JsonObject? NodeOf(JsonObject schema, string name) => schema["properties"]?[name] as JsonObject ?? schema["additionalProperties"] as JsonObject;
}
