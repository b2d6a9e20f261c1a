using System.Text.Json;
using System.Text.Json.Nodes;

namespace DealBot.Simulators.Market;

/// <summary>Spoils the numbers of an answer, as gateways do that write them down loosely.</summary>
internal static class SpoiltNumbers
{
    /// <summary>A copy of a node in which every number is a text.</summary>
    public static JsonNode? Quote(JsonNode? node) => node switch
    {
        JsonObject container => new JsonObject(container.Select(pair => KeyValuePair.Create(pair.Key, Quote(pair.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Quote)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(value.ToJsonString()),
        _ => node?.DeepClone(),
    };
}
