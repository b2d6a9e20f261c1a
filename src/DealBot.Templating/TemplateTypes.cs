using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using DealBot.Templating.Types;

namespace DealBot.Templating;

/// <summary>
/// The .NET types whose public instance properties templates may read: <c>types.Add&lt;Product&gt;()</c>, then
/// <c>model["product"] = types.From(product)</c>. A property is read when a template asks for it, and never written to. Methods, fields
/// and types that were not added stay unseen. Add all types before the first use; from then on any number of threads may use it.
/// </summary>
/// <remarks>
/// Values of properties become: enums their names; <see cref="Guid"/> and <see cref="Uri"/> text; <see cref="DateOnly"/> a date at
/// midnight UTC; <see cref="TimeOnly"/> a timespan; dictionaries with string keys objects whose names are the keys as they are; lists
/// lists; other sequences copies, which end with an error after 100,000 items. Anything else must be of an added type.
/// </remarks>
public sealed class TemplateTypes
{
    private readonly Dictionary<Type, TypeMembers> _added = [];
    private readonly List<Type> _order = [];
    private readonly ConcurrentDictionary<Type, TypeMembers?> _found = new();

    /// <summary>One object for each instance, so that templates find the same thing equal to itself.</summary>
    private readonly ConditionalWeakTable<object, TemplateObject> _objects = [];

    /// <summary>
    /// The name templates use for a property. Default lower case with <c>_</c> before each capital that no capital precedes:
    /// <c>ProductName</c> is <c>product_name</c>, <c>HTMLText</c> is <c>htmltext</c>.
    /// </summary>
    public Func<PropertyInfo, string> Rename { get; init; } = property => MemberName.Of(property.Name);

    /// <summary>Which properties templates may read. Default all that are public and have a public getter.</summary>
    public Func<PropertyInfo, bool> Filter { get; init; } = _ => true;

    /// <summary>Lets templates read values of the type, and of types derived from it as far as this type declares them.</summary>
    /// <exception cref="ArgumentException">Two properties have the same name in templates.</exception>
    public TemplateTypes Add<T>() => Add(typeof(T));

    /// <inheritdoc cref="Add{T}"/>
    public TemplateTypes Add(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (_added.TryAdd(type, new TypeMembers(type, this)))
            _order.Add(type);
        _found.Clear();
        return this;
    }

    /// <summary>The object through which templates read the value; the same one each time.</summary>
    /// <exception cref="ArgumentException">The type of the value was not added.</exception>
    public TemplateObject From(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return TryFrom(value) ?? throw new ArgumentException(TypedValue.Unknown(value), nameof(value));
    }

    /// <summary>A list through which templates read the values. It shows what the list holds at the time.</summary>
    /// <exception cref="ArgumentException">The type of a value was not added.</exception>
    public IReadOnlyList<object?> FromList<T>(IReadOnlyList<T> values)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var value in values)
            TypedValue.Of(this, value);
        return new TypedList(this, values);
    }

    internal TemplateObject? TryFrom(object value) =>
        Find(value.GetType()) is { } members ? _objects.GetValue(value, instance => new TemplateObject(new TypedSource(members, instance))) : null;

    private TypeMembers? Find(Type type) => _found.GetOrAdd(type, Search);

    /// <summary>The type itself, else the nearest base class, else the first interface that was added.</summary>
    private TypeMembers? Search(Type type)
    {
        for (var known = type; known is not null; known = known.BaseType)
            if (_added.TryGetValue(known, out var members))
                return members;
        return _order.Find(known => known.IsInterface && known.IsAssignableFrom(type)) is { } found ? _added[found] : null;
    }
}
