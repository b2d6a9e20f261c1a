using System.Collections;
using System.Text.Json;
using DealBot.Templating.Runtime;
using DealBot.Templating.Types;

namespace DealBot.Templating;

/// <summary>
/// Named values in order. Values are null, <see cref="bool"/>, whole numbers, <see cref="double"/>, <see cref="decimal"/>,
/// <see cref="string"/>, dates, <see cref="TimeSpan"/>, <see cref="TemplateObject"/>, <see cref="TemplateArray"/> or another
/// read-only list of such values, and <see cref="TemplateFunction"/>.
/// </summary>
/// <remarks>
/// Fill it before it is rendered. As long as nobody changes it, any number of renderings may read it at once; they never write to it.
/// </remarks>
public sealed class TemplateObject : IEnumerable<KeyValuePair<string, object?>>
{
    private MemberTable _members;
    private readonly TypedSource? _source;
    private HashSet<string>? _readOnly;

    /// <summary>Creates an empty object.</summary>
    public TemplateObject()
    {
    }

    internal TemplateObject(TypedSource source) => _source = source;

    private TemplateObject(object owner, MemberTable members, TypedSource? source)
    {
        Owner = owner;
        _members = members;
        _source = source;
    }

    /// <summary>The number of members.</summary>
    public int Count => _members.Count + (_source?.Names.Count ?? 0);

    /// <summary>The names of the members in order, as they are now.</summary>
    public IReadOnlyList<string> Keys
    {
        get
        {
            var names = new List<string>(Count);
            if (_source is not null)
                names.AddRange(_source.Names);
            for (var i = 0; i < _members.Count; i++)
                names.Add(_members.NameAt(i));
            return names;
        }
    }

    /// <summary>The rendering that may write to this object; null when it belongs to the host.</summary>
    internal object? Owner { get; init; }

    /// <summary>Whether members are read from a .NET object, which may fail.</summary>
    internal bool IsTyped => _source is not null;

    /// <summary>What runs when the object is called like a function; null when it cannot be.</summary>
    internal TemplateFunction? Callable { get; init; }

    /// <summary>The value of a member; null when there is none.</summary>
    /// <exception cref="ArgumentException">The value set is of a kind that templates do not know.</exception>
    public object? this[string name]
    {
        get => TryGetValue(name, out var value) ? value : null;
        set => _members.Set(name, 0, HostValue.Accept(value));
    }

    /// <summary>
    /// Builds an object from a JSON object. Whole numbers become int or long, other numbers decimal, or double when decimal cannot
    /// hold them.
    /// </summary>
    /// <exception cref="ArgumentException">The element is no JSON object.</exception>
    public static TemplateObject FromJson(JsonElement json) =>
        HostValue.FromJson(json) as TemplateObject ?? throw new ArgumentException("A JSON object is expected.", nameof(json));

    /// <summary>Sets a member; makes collection initialisers work.</summary>
    public void Add(string name, object? value) => this[name] = value;

    /// <summary>Whether there is a member of that name.</summary>
    public bool ContainsKey(string name) => _members.Find(name) >= 0 || _source?.Has(name) == true;

    /// <summary>Finds a member.</summary>
    public bool TryGetValue(string name, out object? value)
    {
        var position = 0;
        return TryGetValue(name, ref position, out value);
    }

    /// <summary>Removes a member; false when there was none.</summary>
    public bool Remove(string name) => _members.Remove(name);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        foreach (var name in _source?.Names ?? [])
            yield return new(name, this[name]);
        for (var i = 0; i < _members.Count; i++)
            yield return new(_members.NameAt(i), _members.ValueAt(i));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Finds a member, first at the position where the caller found that name last.</summary>
    internal bool TryGetValue(string name, ref int position, out object? value)
    {
        var found = _members.Find(name, position);
        if (found < 0 && _source is not null)
            return _source.TryRead(name, out value);
        value = found < 0 ? null : _members.ValueAt(found);
        if (found >= 0 && found != position)
            position = found;
        return found >= 0;
    }

    /// <summary>Sets a member to a value of the runtime, first at the position where the caller found that name last.</summary>
    internal void Set(string name, ref int position, object? value) => position = _members.Set(name, position, value);

    internal bool IsReadOnly(string name) => _readOnly?.Contains(name) == true || _source?.Has(name) == true;

    internal void MakeReadOnly(string name) => (_readOnly ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    internal TemplateObject CloneFor(RenderContext owner) =>
        new(owner, _members.Clone(), _source)
        {
            Callable = Callable,
            _readOnly = _readOnly is null ? null : [.. _readOnly],
        };
}
