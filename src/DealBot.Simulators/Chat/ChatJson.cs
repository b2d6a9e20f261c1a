using System.Text.Json;

namespace DealBot.Simulators.Chat;

/// <summary>Reads bodies of calls that may hold anything.</summary>
internal static class ChatJson
{
    /// <summary>The body, if it is JSON; <see cref="JsonValueKind.Undefined"/> otherwise.</summary>
    public static JsonElement Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>A member by its path; <see cref="JsonValueKind.Undefined"/> if there is none.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return default;
        }

        return element;
    }

    /// <summary>A text by its path; empty if there is none.</summary>
    public static string TextAt(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>The members of a list; none if it is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    /// <summary>All texts within, wherever.</summary>
    public static IEnumerable<string> Texts(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.Value.Texts()),
        _ => [],
    };
}
