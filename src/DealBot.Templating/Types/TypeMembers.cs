using System.Linq.Expressions;
using System.Reflection;

namespace DealBot.Templating.Types;

/// <summary>What templates see of one type: names, and compiled getters.</summary>
internal sealed class TypeMembers
{
    private readonly OrderedDictionary<string, Func<object, object?>> _getters = new(StringComparer.Ordinal);

    public TypeMembers(Type type, TemplateTypes types)
    {
        Type = type;
        Types = types;
        foreach (var property in PropertiesOf(type).Where(IsReadable).Where(types.Filter))
            if (!_getters.TryAdd(types.Rename(property), Getter(property)))
                throw new ArgumentException(
                    $"Two properties of {type} are named `{types.Rename(property)}` in templates; rename or leave out one of them.", nameof(type));
    }

    public Type Type { get; }

    public TemplateTypes Types { get; }

    public IReadOnlyList<string> Names => _getters.Keys;

    public Func<object, object?>? Find(string name) => _getters.GetValueOrDefault(name);

    /// <summary>The properties, those of base interfaces too; of several with one name the one nearest to the type.</summary>
    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) => new[] { type }
        .Concat(type.IsInterface ? type.GetInterfaces() : [])
        .SelectMany(owner => owner.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .GroupBy(property => property.Name)
        .Select(group => group.MaxBy(property => Depth(property.DeclaringType))!);

    private static int Depth(Type? type)
    {
        var depth = 0;
        for (; type is not null; type = type.BaseType)
            depth++;
        return depth;
    }

    private static bool IsReadable(PropertyInfo property) =>
        property.GetMethod is { IsPublic: true }
        && property.GetIndexParameters().Length == 0
        && !property.PropertyType.IsByRef && !property.PropertyType.IsByRefLike && !property.PropertyType.IsPointer;

    private static Func<object, object?> Getter(PropertyInfo property)
    {
        var instance = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(instance, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), instance).Compile();
    }
}
