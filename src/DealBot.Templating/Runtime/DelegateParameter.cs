using System.Reflection;

namespace DealBot.Templating.Runtime;

/// <summary>A parameter of a delegate.</summary>
internal abstract class DelegateParameter(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether arguments fill it by position or by name; not the context, nor what takes the rest.</summary>
    public virtual bool IsOrdinary => true;

    public virtual bool IsContext => false;

    public virtual bool HasDefault => false;

    /// <param name="function">Its name, for messages.</param>
    /// <param name="parameter">The parameter of the method.</param>
    /// <param name="type">The type that the delegate gives to it.</param>
    /// <exception cref="ArgumentException">Arguments cannot be converted to the parameter's type.</exception>
    public static DelegateParameter For(string function, ParameterInfo parameter, Type type)
    {
        var name = parameter.Name ?? "";
        if (type == typeof(RenderContext))
            return new ContextParameter(name);
        if (type == typeof(object[]) && parameter.IsDefined(typeof(ParamArrayAttribute)))
            return new RestParameter(name);
        if (!ArgumentConversion.IsSupported(Nullable.GetUnderlyingType(type) ?? type))
            throw new ArgumentException(
                $"The parameter `{name}` of `{function}` is of type {type}, which template arguments cannot be converted to.", nameof(parameter));
        return (DelegateParameter)Activator.CreateInstance(typeof(ValueParameter<>).MakeGenericType(type), function, parameter)!;
    }

    /// <summary>Templates write <c>max_width</c> for a parameter <c>maxWidth</c>; either will do.</summary>
    public bool IsNamed(string name) => IsOrdinary
        && (name == Name || name.Replace(
            "_", "", StringComparison.Ordinal).Equals(Name.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));

    /// <summary>The value for a call by reflection.</summary>
    public abstract object? ReadObject(ref ArgumentReader reader);
}
