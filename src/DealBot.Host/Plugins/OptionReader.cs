using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Core.Configuration;

namespace DealBot.Host.Plugins;

/// <summary>
/// Reads options by their schema: every value comes from the settings as text, since environment variables may stand in for any of them, and
/// leaves as what the schema says it is. All faults at once.
/// </summary>
internal sealed class OptionReader
{
    private readonly List<OptionFault> _faults = [];
    private readonly List<string> _secrets = [];

    private OptionReader()
    {
    }

    /// <summary>The faults; with any of them <see cref="Options"/> is of no use.</summary>
    public IReadOnlyList<OptionFault> Faults => _faults;

    /// <summary>Values that nothing may show, whether the options have faults or not.</summary>
    public IReadOnlyList<string> Secrets => _secrets;

    /// <summary>The options as the plugin gets them.</summary>
    public JsonElement Options { get; private set; }

    public static OptionReader Read(OptionSchema schema, JsonElement? given)
    {
        var reader = new OptionReader();
        var options = reader.ReadObject(schema, given is { ValueKind: JsonValueKind.Object } some ? some : JsonElement.Parse("{}"), "");
        if (given is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined) } wrong)
        {
            reader.Report("", schema, wrong, Wrong, new Phrase("对象 { … }", "an object { … }"));
        }

        reader.Options = JsonSerializer.SerializeToElement(options);
        return reader;
    }

    private static Phrase Wrong { get; } = new("类型不对", "wrong type");

    private JsonNode? ReadValue(OptionSchema schema, JsonElement given, string path)
    {
        var value = schema.Kind switch
        {
            OptionKind.Object when given.ValueKind == JsonValueKind.Object => ReadObject(schema, given, path),
            OptionKind.Array when given.ValueKind == JsonValueKind.Array => ReadArray(schema, given, path),
            OptionKind.Object or OptionKind.Array => null,
            _ when given.ValueKind is JsonValueKind.Object or JsonValueKind.Array => null,
            _ => ReadScalar(schema, $"{given}", path),
        };
        if (value is null)
        {
            Report(path, schema, given, Wrong, Describe(schema));
        }

        return value;
    }

    private JsonObject ReadObject(OptionSchema schema, JsonElement given, string path)
    {
        var result = new JsonObject();
        var names = schema.Properties.Keys.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);
        foreach (var entry in given.EnumerateObject())
        {
            var place = path.Length == 0 ? entry.Name : $"{path}.{entry.Name}";
            if (names.TryGetValue(entry.Name, out var name))
            {
                result[name] = ReadValue(schema.Properties[name], entry.Value, place);
            }
            else if (schema.Others is { } others)
            {
                result[entry.Name] = ReadValue(others, entry.Value, place);
            }
            else
            {
                ReportUnknown(place, entry.Name, schema);
            }
        }

        foreach (var (name, property) in schema.Properties.Where(property => !result.ContainsKey(property.Key)))
        {
            if (property.Default is { } value)
            {
                result[name] = JsonNode.Parse(value.GetRawText());
            }
            else if (schema.Required.Contains(name))
            {
                _faults.Add(new OptionFault(path.Length == 0 ? name : $"{path}.{name}", null, new Phrase("缺少", "missing"), Describe(property)));
            }
        }

        CheckCount(schema, result.Count, path);
        return result;
    }

    private JsonArray ReadArray(OptionSchema schema, JsonElement given, string path)
    {
        var items = schema.Items ?? new OptionSchema { Kind = OptionKind.String, IsSecret = schema.IsSecret };
        CheckCount(schema, given.GetArrayLength(), path);
        return [.. given.EnumerateArray().Select((item, index) => ReadValue(items, item, $"{path}[{index}]"))];
    }

    private JsonNode? ReadScalar(OptionSchema schema, string text, string path)
    {
        if (schema.Hides(path.Split('.')[^1]))
        {
            _secrets.Add(text);
        }

        switch (schema.Kind)
        {
            case OptionKind.Boolean:
                return bool.TryParse(text, out var truth) ? JsonValue.Create(truth) : null;
            case OptionKind.Integer when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole):
                CheckRange(schema, whole, path);
                return JsonValue.Create(whole);
            case OptionKind.Number when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                CheckRange(schema, number, path);
                return JsonValue.Create(number);
            case OptionKind.String:
                CheckText(schema, text, path);
                return JsonValue.Create(text);
            default:
                return null;
        }
    }

    private void CheckRange(OptionSchema schema, decimal value, string path)
    {
        if (value < schema.Least || value > schema.Most)
        {
            ReportText(path, schema, value.ToString(CultureInfo.InvariantCulture), new Phrase("超出范围", "out of range"), Describe(schema));
        }
    }

    private void CheckText(OptionSchema schema, string text, string path)
    {
        if (text.Length < schema.Shortest || text.Length > schema.Longest)
        {
            ReportText(path, schema, text, new Phrase("长度不对", "wrong length"), Describe(schema));
        }
        else if (schema.Choices.Count > 0 && !schema.Choices.Contains(text))
        {
            ReportText(path, schema, text, new Phrase("值不对", "bad value"), Describe(schema));
        }
        else if (schema.Pattern is { } pattern && !Matches(pattern, text))
        {
            ReportText(path, schema, text, new Phrase("格式不对", "wrong shape"), Describe(schema));
        }
    }

    private void CheckCount(OptionSchema schema, int count, string path)
    {
        if (count < schema.Shortest || count > schema.Longest)
        {
            _faults.Add(new OptionFault(path, $"{count}", new Phrase("个数不对", "wrong number of entries"), Describe(schema)));
        }
    }

    private static bool Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private void ReportUnknown(string path, string name, OptionSchema schema)
    {
        var all = string.Join(", ", schema.Properties.Keys);
        _faults.Add(new OptionFault(path, null, new Phrase("没有这个配置项", "no such setting"), EditDistance.Nearest(name, schema.Properties.Keys) is { } nearest
            ? new Phrase($"{nearest}（是不是拼错了？）", $"{nearest} (misspelt?)")
            : all.Length > 0 ? new Phrase($"以下之一：{all}", $"one of {all}") : new Phrase("删去此项", "leave it out")));
    }

    private void Report(string path, OptionSchema schema, JsonElement given, Phrase problem, Phrase remedy) =>
        ReportText(path, schema, given.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? null : $"{given}", problem, remedy);

    private void ReportText(string path, OptionSchema schema, string? value, Phrase problem, Phrase remedy) =>
        _faults.Add(new OptionFault(path, schema.Hides(path.Split('.')[^1]) ? null : value, problem, remedy));

    /// <summary>What would be right: the kind with its bounds, and what the author says of it.</summary>
    private static Phrase Describe(OptionSchema schema)
    {
        var bounds = schema switch
        {
            { Choices.Count: > 0 } => string.Join(" | ", schema.Choices),
            { Least: { } least, Most: { } most } => $"{least} – {most}",
            { Least: { } least } => $"≥ {least}",
            { Most: { } most } => $"≤ {most}",
            { Shortest: { } shortest, Longest: { } longest } => $"{shortest} – {longest}",
            { Shortest: { } shortest } => $"≥ {shortest}",
            { Longest: { } longest } => $"≤ {longest}",
            { Pattern: { } pattern } => $"{pattern}",
            _ => "",
        };
        var kind = schema.Kind switch
        {
            OptionKind.Object => new Phrase("对象 { … }", "an object { … }"),
            OptionKind.Array => new Phrase("数组 [ … ]", "an array [ … ]"),
            OptionKind.Integer => new Phrase("整数", "a whole number"),
            OptionKind.Number => new Phrase("数字", "a number"),
            OptionKind.Boolean => new Phrase("true 或 false", "true or false"),
            _ => new Phrase("文字", "text"),
        };
        var more = (bounds.Length > 0 ? $" {bounds}" : "", schema.Description is { } text ? text : "");
        return new Phrase(
            $"{kind.Zh}{more.Item1}{(more.Item2.Length > 0 ? $"（{more.Item2}）" : "")}",
            $"{kind.En}{more.Item1}{(more.Item2.Length > 0 ? $" ({more.Item2})" : "")}");
    }
}
