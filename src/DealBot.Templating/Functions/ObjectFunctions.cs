using System.Globalization;
using System.Text.Json;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>object</c>. Running text as a template is left out: data must never become code.</summary>
internal static class ObjectFunctions
{
    /// <summary>Longer formats, or ones that ask for more digits, are refused: they only make long strings.</summary>
    private const int LongestFormat = 64;

    private const int MostDigits = 99;

    public static TemplateObject Build() => new FunctionTable("object")
        .Add("default", (object? value, object? @default) => value is null or "" or EmptyValue ? @default : value)
        .Add("format", Format)
        .Add("from_json", FromJson)
        .Add("to_json", JsonText.Of)
        .Add("has_key", (RenderContext context, object? value, string key) => value is TemplateObject members && members.ContainsKey(key))
        .Add("has_value", (RenderContext context, object? value, string key) => value is TemplateObject members && members[key] is not null)
        .Add("keys", (RenderContext context, object? value) => value is TemplateObject members ? new TemplateArray(members.Keys) : null)
        .Add("values", Values)
        .Add("kind", (object? value) => value is null ? null : ValueText.TypeName(value))
        .Add("size", Size)
        .Add("typeof", TypeOf)
        .Object;

    public static string Format(RenderContext context, object? value, string format, string? culture = null)
    {
        if (format.Length > LongestFormat || (int.TryParse(format.AsSpan(Math.Min(1, format.Length)), out var digits) && digits > MostDigits))
            throw new FunctionFailure($"The format `{format}` is too long.");
        var needsWhole = format.Length > 0 && format[0] is 'X' or 'x' or 'D' or 'd';
        var number = needsWhole && value is double real ? Numbers.Shrink((long)real) : value;
        return number is IFormattable formattable and not TemplateFunction
            ? formattable.ToString(format, Cultures.Find(context, culture))
            : context.Print(context.CallSite, value);
    }

    private static TemplateArray? Values(RenderContext context, object? value)
    {
        if (value is not TemplateObject members)
            return null;
        context.CountSteps(context.CallSite, members.Count);
        return new TemplateArray(members.Select(member => context.Current(member.Value)));
    }

    private static object Size(RenderContext context, object? value) => value switch
    {
        string text => text.Length,
        TemplateObject members => members.Count,
        IReadOnlyList<object?> items => items.Count,
        _ => 0,
    };

    private static string? TypeOf(object? value) => value switch
    {
        null => null,
        string => "string",
        bool => "boolean",
        ValueRange => "iterator",
        IReadOnlyList<object?> => "array",
        _ when Numbers.IsNumber(value) => "number",
        _ => "object",
    };

    private static object? FromJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return HostValue.FromJson(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new FunctionFailure($"The text is not JSON: {exception.Message}");
        }
    }
}
