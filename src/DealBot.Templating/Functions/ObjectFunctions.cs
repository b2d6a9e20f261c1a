using DealBot.Templating.Runtime;

namespace DealBot.Templating.Functions;

/// <summary>The builtin object <c>object</c>.</summary>
internal static partial class ObjectFunctions
{
    public static TemplateObject Build() => new FunctionTable("object")
        .Add("default", Default)
        .Add("eval", Eval)
        .Add("eval_template", EvalTemplate)
        .Add("format", Format)
        .Add("from_json", FromJson)
        .Add("has_key", HasKey)
        .Add("has_value", HasValue)
        .Add("keys", Keys)
        .Add("kind", Kind)
        .Add("size", Size)
        .Add("to_json", ToJson)
        .Add("typeof", TypeOf)
        .Add("values", Values)
        .Object;

    /// <summary>The value, or another one when it is null or the empty text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="default">What stands in for it.</param>
    /// <example><c>{{ no_such_variable | object.default "none" }}</c> gives <c>none</c></example>
    /// <example><c>{{ "" | object.default "none" }} {{ 0 | object.default 9 }}</c> gives <c>none 0</c></example>
    private static object? Default(object? value, object? @default) => value is null or "" ? @default : value;

    /// <summary>A number, date or timespan in a form of .NET, such as <c>N2</c> or <c>yyyy-MM</c>.</summary>
    /// <param name="value">The value; null gives an empty text.</param>
    /// <param name="format">The form.</param>
    /// <param name="culture">The name of a culture; without it, that of the rendering.</param>
    /// <example><c>{{ 255 | object.format "X4" }} {{ 1523 | object.format "N2" "de-DE" }}</c> gives <c>00FF 1.523,00</c></example>
    /// <example><c>{{ date.parse "2026-11-11" | object.format "yyyy/MM" }}</c> gives <c>2026/11</c></example>
    private static string Format(RenderContext context, object? value, string format, string? culture = null) =>
        ValueFormat.Apply(context, value, format, culture);

    /// <summary>The value that a text in JSON stands for. Numbers become decimals, or doubles when they are too large for that.</summary>
    /// <param name="json">The text.</param>
    /// <example><c>{{ o = `{"shop": {"open": true}, "prices": [5, 6.50]}` | object.from_json; o.shop.open; o.prices }}</c> gives <c>true[5, 6.50]</c></example>
    private static object? FromJson(RenderContext context, string json) => JsonReading.Of(context, json);

    /// <summary>Whether an object has a member of that name. Other values have none.</summary>
    /// <param name="value">The object.</param>
    /// <param name="key">The name.</param>
    /// <example><c>{{ {price: null} | object.has_key "price" }} {{ {} | object.has_key "price" }}</c> gives <c>true false</c></example>
    private static bool HasKey(object? value, string key) => value is TemplateObject members && members.ContainsKey(key);

    /// <summary>Whether an object has a member of that name whose value is not null.</summary>
    /// <param name="value">The object.</param>
    /// <param name="key">The name.</param>
    /// <example><c>{{ {price: 5} | object.has_value "price" }} {{ {price: null} | object.has_value "price" }}</c> gives <c>true false</c></example>
    private static bool HasValue(object? value, string key) => value is TemplateObject members && members[key] is not null;

    /// <summary>The names of an object's members.</summary>
    /// <param name="value">The object. A list has <c>size</c> and what a template attached to it; other values have no members.</param>
    /// <example><c>{{ {name: "lamp", price: 42} | object.keys }}</c> gives <c>["name", "price"]</c></example>
    /// <example><c>{{ null | object.keys }}</c> gives <c>[]</c></example>
    private static TemplateArray Keys(RenderContext context, object? value)
    {
        var names = NamesOf(value);
        context.CountSteps(context.CallSite, names.Count);
        return new TemplateArray(names) { Owner = context };
    }

    /// <summary>What kind of value it is, in detail; null for null.</summary>
    /// <param name="value">The value.</param>
    /// <returns>One of string, bool, int, long, float, double, decimal, bigint, range, array, datetime, timespan, function, object.</returns>
    /// <example><c>{{ 1 | object.kind }} {{ 1.0 | object.kind }} {{ (1..2) | object.kind }} {{ [] | object.kind }}</c> gives <c>int double range array</c></example>
    private static string? Kind(object? value) => value is null ? null : ValueText.TypeName(value);

    /// <summary>The length of a text, the number of items of a list or of members of an object; 0 for other values.</summary>
    /// <param name="value">The value.</param>
    /// <example><c>{{ "lamp" | object.size }} {{ [1, 2] | object.size }} {{ {a: 1} | object.size }} {{ 5 | object.size }}</c> gives <c>4 2 1 0</c></example>
    private static int Size(object? value) => value switch
    {
        string text => text.Length,
        TemplateObject members => members.Count,
        IReadOnlyList<object?> items => items.Count,
        _ => 0,
    };

    /// <summary>The value as JSON in one line. Characters outside ASCII, and what HTML could misread, are escaped.</summary>
    /// <param name="value">The value; a function is refused.</param>
    /// <example><c>{{ {name: "lamp", sizes: [1, 2.5], sold: false} | object.to_json }}</c> gives <c>{"name":"lamp","sizes":[1,2.5],"sold":false}</c></example>
    /// <example><c>{{ "茶 &lt;b&gt;" | object.to_json }} {{ null | object.to_json }}</c> gives <c>"\u8336 \u003Cb\u003E" null</c></example>
    private static string ToJson(RenderContext context, object? value) => JsonText.Of(context, value);

    /// <summary>What kind of value it is, roughly; null for null.</summary>
    /// <param name="value">The value.</param>
    /// <returns>One of string, boolean, number, array, iterator (a range, or what a function made of a list), object.</returns>
    /// <example><c>{{ 1 | object.typeof }} {{ "a" | object.typeof }} {{ [] | object.typeof }} {{ 1..2 | object.typeof }}</c> gives <c>number string array iterator</c></example>
    private static string? TypeOf(object? value) => value switch
    {
        null => null,
        string => "string",
        bool => "boolean",
        ValueRange or TemplateArray { IsComputed: true } => "iterator",
        IReadOnlyList<object?> => "array",
        _ when Numbers.IsNumber(value) => "number",
        _ => "object",
    };

    /// <summary>The values of an object's members.</summary>
    /// <param name="value">The object; for other values see <c>object.keys</c>.</param>
    /// <example><c>{{ {name: "lamp", price: 42} | object.values }}</c> gives <c>["lamp", 42]</c></example>
    private static TemplateArray Values(RenderContext context, object? value)
    {
        var names = NamesOf(value);
        context.CountSteps(context.CallSite, names.Count);
        var result = context.NewArray(names.Count);
        foreach (var name in names)
            result.Add(Members.Get(context, value!, name));
        return result;
    }

    private static IReadOnlyList<string> NamesOf(object? value) => value switch
    {
        TemplateObject members => members.Keys,
        TemplateArray { Properties: { } properties } => ["size", .. properties.Keys],
        IReadOnlyList<object?> => ["size"],
        _ => [],
    };
}
