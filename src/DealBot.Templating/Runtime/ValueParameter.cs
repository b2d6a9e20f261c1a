using System.Reflection;

namespace DealBot.Templating.Runtime;

/// <summary>A parameter that one argument fills, converted to its type.</summary>
internal sealed class ValueParameter<T>(string function, ParameterInfo parameter) : TypedParameter<T>(parameter.Name ?? "")
{
    private readonly T? _default = parameter.HasDefaultValue && parameter.DefaultValue is { } value ? (T)value : default;

    public override bool HasDefault { get; } = parameter.HasDefaultValue;

    public override T Read(ref ArgumentReader reader)
    {
        if (!reader.TryTake(this, out var given))
            return HasDefault ? _default! : throw reader.WrongCount();
        return given is T value ? value : Convert(reader.Context, given);
    }

    private T Convert(RenderContext context, object? given)
    {
        if (typeof(T) == typeof(object))
            return default!;
        if (given is null && (HasDefault || Nullable.GetUnderlyingType(typeof(T)) is not null))
            return _default!;
        return (T)ArgumentConversion.To(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), context, given, function, Name)!;
    }
}
