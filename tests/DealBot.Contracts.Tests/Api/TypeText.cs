using System.Reflection;

namespace DealBot.Contracts.Tests.Api;

/// <summary>Writes types as C# does.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string NameOf(Type type)
    {
        if (type.IsByRef)
        {
            return NameOf(type.GetElementType()!);
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{NameOf(value)}?";
        }

        if (type.IsArray)
        {
            return $"{NameOf(type.GetElementType()!)}[]";
        }

        var name = type is { IsNested: true, IsGenericParameter: false } ? $"{NameOf(type.DeclaringType!)}.{ShortName(type)}" : ShortName(type);
        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>" : name;
    }

    /// <summary>The same with the question marks of references that may be null.</summary>
    public static string NameOf(NullabilityInfo nullability)
    {
        var type = nullability.Type.IsByRef ? nullability.Type.GetElementType()! : nullability.Type;
        var mark = nullability.ReadState == NullabilityState.Nullable && !type.IsValueType ? "?" : "";
        if (nullability.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null)
        {
            return $"{ShortName(type)}<{string.Join(", ", nullability.GenericTypeArguments.Select(NameOf))}>{mark}";
        }

        return NameOf(type) + mark;
    }

    public static string ShortName(Type type) => type.Name.Split('`')[0];
}
