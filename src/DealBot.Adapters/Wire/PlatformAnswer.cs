using System.Net;
using System.Text.Json;

namespace DealBot.Adapters.Wire;

/// <summary>An answer that came back whole.</summary>
/// <param name="Status">HTTP status; with most chat platforms it says nothing.</param>
/// <param name="Json">The body, if it is JSON and nothing else; <see cref="JsonValueKind.Undefined"/> otherwise.</param>
internal sealed record PlatformAnswer(HttpStatusCode Status, JsonElement Json)
{
    public bool IsObject => Json.ValueKind == JsonValueKind.Object;

    /// <summary>A whole number of the object, also where it comes as text; null if there is none.</summary>
    public long? Number(string name) => Number(Json, name);

    /// <summary>A text of the object; null if there is none.</summary>
    public string? Text(string name) => Text(Json, name);

    public static long? Number(JsonElement element, string name) => Member(element, name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        { ValueKind: JsonValueKind.String } text when long.TryParse(text.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var value) => value,
        _ => null,
    };

    public static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>A member of an object; null if it is no object or has none of that name.</summary>
    public static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;
}
