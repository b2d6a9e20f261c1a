using System.Globalization;

namespace DealBot.Templating.Runtime;

/// <summary>Conversion of arguments to the types that parameters of delegates may have.</summary>
internal static class ArgumentConversion
{
    public static bool IsSupported(Type type) => type == typeof(object) || type == typeof(string) || type == typeof(bool) || type == typeof(int)
        || type == typeof(long) || type == typeof(double) || type == typeof(decimal) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan)
        || type == typeof(TemplateObject) || type == typeof(TemplateArray) || type == typeof(TemplateFunction)
        || type == typeof(IReadOnlyList<object>);

    /// <summary>The value, which is not of the type, as one of the type.</summary>
    public static object? To(Type type, RenderContext context, object? value, string function, string parameter)
    {
        if (value is null)
            return FromNull(type, function, parameter);
        if (type == typeof(TemplateArray) && value is IReadOnlyList<object?>)
            return new TemplateArray(Sequences.ForBuiltin(context, value));
        return (type == typeof(string) ? context.Print(context.CallSite, value) : FromValue(type, value) ?? FromText(type, value as string))
            ?? throw new FunctionFailure(
                $"The argument `{parameter}` of `{function}` must be {Expected(type)}, but is `{context.Print(context.CallSite, value)}` ({ValueText.TypeName(value)}).");
    }

    /// <summary>Null as text is empty and as a number is 0; for other types there is no such value.</summary>
    private static object? FromNull(Type type, string function, string parameter)
    {
        if (type == typeof(string))
            return "";
        if (type.IsPrimitive || type == typeof(decimal))
            return Activator.CreateInstance(type);
        return type.IsValueType || type == typeof(TemplateFunction)
            ? throw new FunctionFailure($"The argument `{parameter}` of `{function}` must be {Expected(type)}, but is null.")
            : null;
    }

    private static object? FromValue(Type type, object value)
    {
        if (type == typeof(bool))
            return Truth.Of(value);
        if (!Numbers.IsNumber(value))
            return null;
        if (type == typeof(int))
            return Numbers.TryToInt(value, out var number) ? number : null;
        if (type == typeof(long))
            return Numbers.TryToLong(value, out var number) ? number : null;
        if (type == typeof(double))
            return Numbers.ToDouble(value);
        return type == typeof(decimal) && Numbers.TryToDecimal(value, out var exact) ? exact : null;
    }

    private static object? FromText(Type type, string? text)
    {
        if (text is null || !(type.IsPrimitive || type == typeof(decimal)))
            return null;
        if (type == typeof(decimal))
            return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact) ? exact : null;
        return Numbers.Parse(text) is { } number ? FromValue(type, number) : null;
    }

    private static string Expected(Type type) => type.Name switch
    {
        nameof(Int32) or nameof(Int64) => "a whole number",
        nameof(Double) or nameof(Decimal) => "a number",
        nameof(DateTimeOffset) => "a date",
        nameof(TimeSpan) => "a timespan",
        nameof(TemplateFunction) => "a function (put @ before its name)",
        nameof(TemplateObject) => "an object",
        nameof(TemplateArray) => "a list",
        _ when type == typeof(IReadOnlyList<object>) => "a list",
        _ => type.Name,
    };
}
