using System.Numerics;
using System.Text.Json;
using DealBot.Templating.Types;

namespace DealBot.Templating.Runtime;

/// <summary>Admits what a host puts into a model, in the few forms the runtime works with.</summary>
internal static class HostValue
{
    private const int DeepestJson = 64;

    public static object? Accept(object? value) => TryAccept(value, out var accepted) ? accepted : throw new ArgumentException(
        $"Templates do not know values of type {value!.GetType()}. Turn it into a string, number, date, TemplateObject or TemplateArray, or hand it over by TemplateTypes.",
        nameof(value));

    public static bool TryAccept(object? value, out object? accepted)
    {
        accepted = value switch
        {
            null or string or bool or int or long or double or float or decimal or BigInteger or DateTimeOffset or TimeSpan => value,
            TemplateObject or TemplateArray or TemplateFunction or EmptyValue => value,
            ValueRange or ListSlice or HostList or TypedList => value,
            IReadOnlyList<object?> items => new HostList(items),
            DateTime { Kind: DateTimeKind.Unspecified } date => new DateTimeOffset(date, TimeSpan.Zero),
            DateTime date => new DateTimeOffset(date),
            byte or sbyte or short or ushort => Convert.ToInt32(value, null),
            uint number => Numbers.Shrink((long)number),
            ulong number => Numbers.Shrink((BigInteger)number),
            char c => c.ToString(),
            _ => null,
        };
        return value is null || accepted is not null;
    }

    public static object? FromJson(JsonElement json, int depth = 0)
    {
        if (depth > DeepestJson)
            throw new ArgumentException("The JSON is nested too deeply.", nameof(json));
        return json.ValueKind switch
        {
            JsonValueKind.Object => ObjectFromJson(json, depth),
            JsonValueKind.Array => new TemplateArray(json.EnumerateArray().Select(item => FromJson(item, depth + 1))),
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => NumberFromJson(json),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
    }

    private static TemplateObject ObjectFromJson(JsonElement json, int depth)
    {
        var result = new TemplateObject();
        foreach (var member in json.EnumerateObject())
            result[member.Name] = FromJson(member.Value, depth + 1);
        return result;
    }

    private static object NumberFromJson(JsonElement json)
    {
        if (json.TryGetInt64(out var whole))
            return Numbers.Shrink(whole);
        return json.TryGetDecimal(out var exact) ? exact : json.GetDouble();
    }
}
