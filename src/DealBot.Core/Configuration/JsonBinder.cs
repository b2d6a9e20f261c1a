using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DealBot.Contracts;
using DealBot.Core.Rendering;

namespace DealBot.Core.Configuration;

/// <summary>
/// Binds JSON to records and finds every structural fault, not only the first: unknown and missing properties, wrong types, bad
/// values. It walks the same type metadata that the serialiser and the schema exporter use, so the three can't disagree.
/// </summary>
/// <param name="options">How values are written.</param>
/// <param name="origin">Names the file or environment variable for a path.</param>
/// <param name="refusals">Says of a setting that does not exist, by path and name, whether it is left out on purpose; null if nothing is.</param>
public sealed class JsonBinder(JsonSerializerOptions options, Func<string, string> origin, Func<string, string, Refusal?>? refusals = null)
{
    private const string Masked = "***";

    private readonly List<ConfigurationFault> _faults = [];

    /// <summary>Binds a document, or the part of one at a path; null if anything is wrong with it.</summary>
    public T? Bind<T>(JsonElement root, out IReadOnlyList<ConfigurationFault> faults, string path = "$")
        where T : class
    {
        _faults.Clear();
        Check(root, options.GetTypeInfo(typeof(T)), path);
        faults = [.. _faults];
        return faults.Count == 0 ? root.Deserialize<T>(options) : null;
    }

    private void Check(JsonElement element, JsonTypeInfo type, string path)
    {
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when element.ValueKind == JsonValueKind.Object:
                CheckObject(element, type, path);
                break;
            case JsonTypeInfoKind.Enumerable when element.ValueKind == JsonValueKind.Array:
                var index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Check(item, options.GetTypeInfo(type.ElementType!), $"{path}[{index++}]");
                }

                break;
            case JsonTypeInfoKind.Dictionary when element.ValueKind == JsonValueKind.Object:
                foreach (var entry in element.EnumerateObject())
                {
                    Check(entry.Value, options.GetTypeInfo(type.ElementType!), $"{path}.{entry.Name}");
                }

                break;
            case JsonTypeInfoKind.None:
                CheckValue(element, type.Type, path);
                break;
            default:
                // A secret is often written right where the object that holds it should be.
                Report(path, element, new Phrase("类型不对", "wrong type"), ConfigurationTypes.Describe(type.Type), HoldsSecret(type));
                break;
        }
    }

    private void CheckObject(JsonElement element, JsonTypeInfo type, string path)
    {
        var comparer = options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var known = type.Properties.ToDictionary(property => property.Name, comparer);
        var seen = new HashSet<string>(comparer);
        foreach (var entry in element.EnumerateObject())
        {
            var place = $"{path}.{entry.Name}";
            if (!known.TryGetValue(entry.Name, out var property))
            {
                ReportUnknown(place, entry, known.Keys);
            }
            else if (!seen.Add(entry.Name))
            {
                Report(place, entry.Value, new Phrase("写了两次", "written twice"), new Phrase("只留一个", "keep one"));
            }
            else if (entry.Value.ValueKind != JsonValueKind.Null || !property.IsSetNullable)
            {
                Check(entry.Value, options.GetTypeInfo(property.PropertyType), place);
            }
        }

        foreach (var property in type.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name)))
        {
            Report($"{path}.{property.Name}", null, new Phrase("缺少", "missing"), ConfigurationTypes.Describe(property.PropertyType));
        }
    }

    private void CheckValue(JsonElement element, Type type, string path)
    {
        try
        {
            // A null that is allowed was let through before; the serialiser would take one for any text.
            if (element.ValueKind != JsonValueKind.Null && element.Deserialize(type, options) is not null)
            {
                return;
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            // Reported below, like a null.
        }

        Report(path, element, new Phrase("值不对", "bad value"), ConfigurationTypes.Describe(type));
    }

    private void ReportUnknown(string path, JsonProperty entry, IEnumerable<string> known)
    {
        var name = entry.Name;
        if (refusals?.Invoke(path, name) is { } refusal)
        {
            Report(path, entry.Value, refusal.Reason, refusal.Remedy);
            return;
        }

        var names = known.Where(candidate => candidate != "$schema").ToList();
        var nearest = EditDistance.Nearest(name, names);
        var all = string.Join(", ", names);
        _faults.Add(new ConfigurationFault(
            origin(path),
            path,
            null,
            new Phrase("没有这个配置项", "no such setting"),
            nearest is null
                ? new Phrase($"以下之一：{all}", $"one of {all}")
                : new Phrase($"{nearest}（是不是拼错了？）", $"{nearest} (misspelt?)")));
    }

    private void Report(string path, JsonElement? element, Phrase problem, Phrase remedy, bool secret = false) =>
        _faults.Add(new ConfigurationFault(origin(path), path, element is { } found ? secret ? Masked : Show(path, found) : null, problem, remedy));

    /// <summary>The value as found, unless its name, or one within it, says that it is a secret.</summary>
    private static string Show(string path, JsonElement element) =>
        IsSecret(path) || (element.ValueKind is JsonValueKind.Object or JsonValueKind.Array && IsSecret(element.GetRawText())) ? Masked : Shorten(element.GetRawText());

    private static bool IsSecret(string name) => SecretNames.Speaks(name);

    /// <summary>Whether a value of the type, or of its items, has a secret of its own.</summary>
    private bool HoldsSecret(JsonTypeInfo type) =>
        type.Properties.Any(property => IsSecret(property.Name)) || (type.ElementType is { } item && HoldsSecret(options.GetTypeInfo(item)));

    private static string Shorten(string text) => Beginning.Of(text, 60);
}
