using System.Text.Json;
using System.Text.RegularExpressions;
using DealBot.Core.Configuration;

namespace DealBot.Host.Plugins;

/// <summary>
/// The part of JSON Schema that a manifest may use for options. What asserts something and is not known here is refused when the manifest is
/// read: left aside, it would pass what its author meant to forbid.
/// </summary>
internal sealed record OptionSchema
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    private static readonly string[] Remarks =
        ["$schema", "$id", "$comment", "title", "description", "examples", "deprecated", "readOnly", "format"];

    /// <summary>The schema of a plugin without options.</summary>
    public static OptionSchema Nothing { get; } = new() { Kind = OptionKind.Object };

    public required OptionKind Kind { get; init; }

    /// <summary>What a person is told the value is for; null if nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the value must not be shown.</summary>
    public bool IsSecret { get; init; }

    public JsonElement? Default { get; init; }

    public IReadOnlyDictionary<string, OptionSchema> Properties { get; init; } = new Dictionary<string, OptionSchema>();

    public IReadOnlyList<string> Required { get; init; } = [];

    /// <summary>What properties without a schema of their own are; null if there may be none.</summary>
    public OptionSchema? Others { get; init; }

    /// <summary>What the entries of a list are; null for any text.</summary>
    public OptionSchema? Items { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    public decimal? Least { get; init; }

    public decimal? Most { get; init; }

    /// <summary>Least length of a text, or number of entries or properties.</summary>
    public int? Shortest { get; init; }

    /// <summary>Greatest length of a text, or number of entries or properties.</summary>
    public int? Longest { get; init; }

    public Regex? Pattern { get; init; }

    /// <summary>Reads the schema of an object.</summary>
    /// <exception cref="FormatException">It is none, or uses what is not known; the message says where.</exception>
    public static OptionSchema Parse(JsonElement schema)
    {
        var root = Parse(schema, "$", isSecret: false);
        return root.Kind == OptionKind.Object ? root : throw new FormatException("$.type is not object");
    }

    private static OptionSchema Parse(JsonElement schema, string path, bool isSecret)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"{path} is no object");
        }

        var read = new OptionSchema { Kind = KindOf(schema, path), IsSecret = isSecret || Truth(schema, "x-secret") || Truth(schema, "writeOnly") };
        foreach (var keyword in schema.EnumerateObject())
        {
            var place = $"{path}.{keyword.Name}";
            try
            {
                read = With(read, keyword, place);
            }
            catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
            {
                throw new FormatException($"{place} has a value that does not fit", exception);
            }
        }

        return read;
    }

    private static OptionSchema With(OptionSchema read, JsonProperty keyword, string place) => keyword.Name switch
    {
        "type" or "x-secret" or "writeOnly" => read,
        "description" => read with { Description = keyword.Value.GetString() },
        "default" => read with { Default = keyword.Value.Clone() },
        "properties" => read with { Properties = keyword.Value.EnumerateObject().ToDictionary(one => one.Name, one => Parse(one.Value, $"{place}.{one.Name}", read.IsSecret), StringComparer.OrdinalIgnoreCase) },
        "required" => read with { Required = [.. keyword.Value.EnumerateArray().Select(name => name.GetString()!)] },
        "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.False => read,
        "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.Object => read with { Others = Parse(keyword.Value, place, read.IsSecret) },
        "items" => read with { Items = Parse(keyword.Value, place, read.IsSecret) },
        "enum" => read with { Choices = [.. keyword.Value.EnumerateArray().Select(choice => choice.GetString()!)] },
        "minimum" => read with { Least = keyword.Value.GetDecimal() },
        "maximum" => read with { Most = keyword.Value.GetDecimal() },
        "minLength" or "minItems" or "minProperties" => read with { Shortest = keyword.Value.GetInt32() },
        "maxLength" or "maxItems" or "maxProperties" => read with { Longest = keyword.Value.GetInt32() },
        "pattern" => read with { Pattern = new Regex(keyword.Value.GetString()!, RegexOptions.CultureInvariant, PatternTime) },
        var remark when Remarks.Contains(remark) || remark.StartsWith("x-", StringComparison.Ordinal) => read,
        _ => throw new FormatException($"{place} is not supported"),
    };

    private static OptionKind KindOf(JsonElement schema, string path) =>
        schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && Enum.TryParse<OptionKind>(type.GetString(), ignoreCase: true, out var kind)
            ? kind
            : throw new FormatException($"{path}.type is not one of object, array, string, integer, number, boolean");

    private static bool Truth(JsonElement schema, string name) => schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>Whether a property of that name must not be shown: its schema says so, or its name.</summary>
    public bool Hides(string name) => IsSecret || SecretNames.Speaks(name);
}
