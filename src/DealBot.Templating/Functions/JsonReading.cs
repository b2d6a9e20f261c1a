using System.Text.Json;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>JSON as values.</summary>
internal static class JsonReading
{
    public static object? Of(RenderContext context, string json)
    {
        context.GuardLength(context.CallSite, json.Length);
        try
        {
            // Its own limit of depth is the one that protects the recursion below.
            using var document = JsonDocument.Parse(json);
            return Read(context, document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new FunctionFailure($"The text is not JSON: {exception.Message}");
        }
    }

    private static object? Read(RenderContext context, JsonElement json)
    {
        context.CountStep(context.CallSite);
        return json.ValueKind switch
        {
            JsonValueKind.Object => ReadObject(context, json),
            JsonValueKind.Array => ReadArray(context, json),
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.TryGetDecimal(out var number) ? number : json.GetDouble(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };
    }

    private static TemplateObject ReadObject(RenderContext context, JsonElement json)
    {
        var result = context.NewObject();
        foreach (var member in json.EnumerateObject())
            result[member.Name] = Read(context, member.Value);
        return result;
    }

    private static TemplateArray ReadArray(RenderContext context, JsonElement json)
    {
        var result = context.NewArray(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
            result.Add(Read(context, item));
        return result;
    }
}
