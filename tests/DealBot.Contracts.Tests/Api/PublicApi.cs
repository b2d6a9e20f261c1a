using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DealBot.Contracts.Tests.Api;

/// <summary>What a plugin can see of an assembly, as text: a block for each type, a line for each member, in an order that does not depend on the source.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly) => string.Join("\n\n", assembly.GetExportedTypes()
        .OrderBy(TypeText.NameOf, StringComparer.Ordinal)
        .Select(type => string.Join('\n', [HeadOf(type), .. MembersOf(type).Order(StringComparer.Ordinal).Select(member => $"    {member}")]))) + "\n";

    private static string HeadOf(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.GetMethod("<Clone>$") is null ? "class" : "record";
        var nature = type.IsInterface || type.IsValueType ? "" : type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        var inherited = type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum) ? [parent] : Type.EmptyTypes;
        var bases = inherited.Concat(OwnInterfaces(type)).Select(TypeText.NameOf).ToList();
        return $"{nature}{kind} {TypeText.NameOf(type)}{(bases.Count > 0 ? $" : {string.Join(", ", bases)}" : "")}";
    }

    // What records and enums implement because they are such goes without saying.
    private static IEnumerable<Type> OwnInterfaces(Type type) => type.IsEnum ? [] : type.GetInterfaces()
        .Except(type.BaseType?.GetInterfaces() ?? [])
        .Where(one => !(one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEquatable<>)))
        .OrderBy(TypeText.NameOf, StringComparer.Ordinal);

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}");
        }

        return type.GetFields(Declared).Where(field => field.IsPublic).Select(FieldText)
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors().Length > 0).Select(PropertyText))
            .Concat(type.GetConstructors(Declared).Where(IsSeen).Select(constructor => $"{TypeText.ShortName(type)}({Parameters(constructor)})"))
            .Concat(type.GetMethods(Declared).Where(method => IsSeen(method) && !IsAccessor(method)).Select(MethodText));
    }

    private static bool IsSeen(MethodBase method) =>
        (method.IsPublic || (method.IsFamily && !method.DeclaringType!.IsSealed)) && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null;

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string FieldText(FieldInfo field) =>
        $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{TypeText.NameOf(Nullability.Create(field))} {field.Name}{(field.IsLiteral ? $" = {Literal(field.GetRawConstantValue())}" : "")}";

    private static string PropertyText(PropertyInfo property)
    {
        var setter = property.SetMethod is { IsPublic: true } set
            ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
            : "";
        var required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ";
        return $"{Nature(property.GetAccessors()[0])}{required}{TypeText.NameOf(Nullability.Create(property))} {property.Name} {{ get;{setter} }}";
    }

    private static string MethodText(MethodInfo method) =>
        $"{Nature(method)}{TypeText.NameOf(Nullability.Create(method.ReturnParameter))} {method.Name}{(method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.NameOf))}>" : "")}({Parameters(method)})";

    // In an interface what has a body may be left out by who implements it, and what has none may not.
    private static string Nature(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } when method.DeclaringType!.IsInterface || !method.DeclaringType.IsSealed => method.GetBaseDefinition() == method ? "virtual " : "override ",
        _ => "",
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{(parameter.GetCustomAttribute<ParamCollectionAttribute>() is null && parameter.GetCustomAttribute<ParamArrayAttribute>() is null ? "" : "params ")}{(parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "")}{TypeText.NameOf(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue)}" : "")}"));

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        Enum => $"{value.GetType().Name}.{value}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
