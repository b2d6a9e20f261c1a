using System.Globalization;
using System.Numerics;
using System.Reflection;

namespace DealBot.Templating.Runtime;

/// <summary>A parameter of a delegate, and the conversion of arguments to its type.</summary>
internal sealed class DelegateParameter
{
    private readonly string _function;
    private readonly Type _type;
    private readonly bool _isNullable;

    public DelegateParameter(string function, ParameterInfo parameter)
    {
        _function = function;
        Name = parameter.Name ?? "";
        IsContext = parameter.ParameterType == typeof(RenderContext);
        TakesRest = parameter.IsDefined(typeof(ParamArrayAttribute)) && parameter.ParameterType == typeof(object[]);
        HasDefault = parameter.HasDefaultValue;
        Default = HasDefault ? parameter.DefaultValue : null;
        _type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        _isNullable = _type != parameter.ParameterType;
        if (!IsContext && !TakesRest && !IsSupported(_type))
            throw new ArgumentException(
                $"The parameter `{Name}` of `{function}` is of type {parameter.ParameterType}, which template arguments cannot be converted to.", nameof(parameter));
    }

    public string Name { get; }

    public bool IsContext { get; }

    public bool TakesRest { get; }

    public bool HasDefault { get; }

    public object? Default { get; }

    /// <summary>Templates write <c>max_width</c> for a parameter <c>maxWidth</c>; either will do.</summary>
    public bool IsNamed(string name) => !IsContext && !TakesRest
        && (name == Name || name.Replace(
            "_", "", StringComparison.Ordinal).Equals(Name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    public object? Convert(RenderContext context, object? value)
    {
        if (_type == typeof(object))
            return value;
        if (value is null)
            return HasDefault ? Default : _isNullable ? null : WhenNull();
        if (_type.IsInstanceOfType(value))
            return value;
        if (_type == typeof(TemplateArray) && value is IReadOnlyList<object?>)
            return new TemplateArray(Sequences.ForBuiltin(context, value));
        return (_type == typeof(string) ? context.Print(context.CallSite, value) : FromValue(value) ?? FromText(value as string))
            ?? throw new FunctionFailure(
                $"The argument `{Name}` of `{_function}` must be {Expected()}, but is `{context.Print(context.CallSite, value)}` ({ValueText.TypeName(value)}).");
    }

    private static bool IsSupported(Type type) => type == typeof(object) || type == typeof(string) || type == typeof(bool) || type == typeof(int)
        || type == typeof(long) || type == typeof(double) || type == typeof(decimal) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan)
        || type == typeof(TemplateObject) || type == typeof(TemplateArray) || type == typeof(TemplateFunction)
        || type == typeof(IReadOnlyList<object>);

    /// <summary>Null as text is empty and as a number is 0; for other types there is no such value.</summary>
    private object? WhenNull()
    {
        if (_type == typeof(string))
            return "";
        if (_type.IsPrimitive || _type == typeof(decimal))
            return Activator.CreateInstance(_type);
        return _type.IsValueType || _type == typeof(TemplateFunction)
            ? throw new FunctionFailure($"The argument `{Name}` of `{_function}` must be {Expected()}, but is null.")
            : null;
    }

    private object? FromValue(object value)
    {
        if (_type == typeof(bool))
            return Truth.Of(value);
        if (!Numbers.IsNumber(value))
            return null;
        if (_type == typeof(int))
            return Numbers.TryToInt(value, out var number) ? number : null;
        if (_type == typeof(long))
            return Numbers.TryToLong(value, out var number) ? number : null;
        if (_type == typeof(double))
            return Numbers.ToDouble(value);
        return _type == typeof(decimal) && Numbers.TryToDecimal(value, out var exact) ? exact : null;
    }

    private object? FromText(string? text)
    {
        if (text is null || !(_type.IsPrimitive || _type == typeof(decimal)))
            return null;
        if (_type == typeof(decimal))
            return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var exact) ? exact : null;
        return Numbers.Parse(text) is { } number ? FromValue(number) : null;
    }

    private string Expected() => _type.Name switch
    {
        nameof(Int32) or nameof(Int64) => "a whole number",
        nameof(Double) or nameof(Decimal) or nameof(BigInteger) => "a number",
        nameof(DateTimeOffset) => "a date",
        nameof(TimeSpan) => "a timespan",
        nameof(TemplateFunction) => "a function (put @ before its name)",
        nameof(TemplateObject) => "an object",
        nameof(TemplateArray) => "a list",
        _ when _type == typeof(IReadOnlyList<object>) => "a list",
        _ => _type.Name,
    };
}
