using System.Globalization;
using System.Text.Json;

namespace DealBot.Simulators.Market;

/// <summary>
/// Reads business parameters as leniently as the platform does (a number may come as a text) and remembers what could not be read,
/// so that a method asks for everything first and refuses once.
/// </summary>
internal sealed class CallParameters(JsonElement body)
{
    /// <summary>Name of the first parameter of a wrong type; null if all were readable.</summary>
    public string? Malformed { get; private set; }

    /// <summary>The object at a path within a body; null if there is none.</summary>
    public static CallParameters? Open(string? json, params ReadOnlySpan<string> path)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "");
            var found = document.RootElement;
            foreach (var name in path)
            {
                if (found.ValueKind != JsonValueKind.Object || !found.TryGetProperty(name, out found))
                    return null;
            }

            return found.ValueKind == JsonValueKind.Object ? new CallParameters(found.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An object within; null if there is none.</summary>
    public CallParameters? Inner(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Object } inner ? new CallParameters(inner) : null;

    public string? Text(string name) => Find(name) is { } value ? ScalarText(name, value) : null;

    public long? Number(string name) => Parse<long>(name, text => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null);

    public decimal? Decimal(string name) =>
        Parse<decimal>(name, text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null);

    public IReadOnlyList<string> List(string name)
    {
        if (Find(name) is not { } value)
            return [];

        if (value.ValueKind == JsonValueKind.Array)
            return [.. value.EnumerateArray().Select(one => ScalarText(name, one)).OfType<string>()];

        Malformed ??= name;
        return [];
    }

    private T? Parse<T>(string name, Func<string, T?> parse) where T : struct
    {
        if (Text(name) is not { } text)
            return null;

        var parsed = parse(text);
        if (parsed is null)
            Malformed ??= name;
        return parsed;
    }

    private JsonElement? Find(string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private string? ScalarText(string name, JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.String)
            return value.GetString() is { Length: > 0 } text ? text : null;

        if (value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            return value.GetRawText();

        Malformed ??= name;
        return null;
    }
}
