using System.Globalization;
using System.Text.Json;

namespace DealBot.Simulators.Jd;

/// <summary>
/// Reads business parameters as leniently as the platform does (a number may come as a text) and remembers what could not be read,
/// so that a method asks for everything first and refuses once.
/// </summary>
internal sealed class JdParameters(JsonElement body)
{
    /// <summary>Name of the first parameter of a wrong type; null if all were readable.</summary>
    public string? Malformed { get; private set; }

    public static JdParameters? Open(string? json, string wrapper)
    {
        try
        {
            using var document = JsonDocument.Parse(json ?? "");
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(wrapper, out var body)
                && body.ValueKind == JsonValueKind.Object
                    ? new JdParameters(body.Clone())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

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
