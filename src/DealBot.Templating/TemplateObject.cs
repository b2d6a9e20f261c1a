using System.Collections;
using System.Text.Json;
using DealBot.Templating.Runtime;

namespace DealBot.Templating;

/// <summary>
/// Named values in order. Values are null, <see cref="bool"/>, whole numbers, <see cref="double"/>, <see cref="decimal"/>,
/// <see cref="string"/>, dates, <see cref="TimeSpan"/>, <see cref="TemplateObject"/>, <see cref="TemplateArray"/> or another
/// read-only list of such values, and <see cref="TemplateFunction"/>.
/// </summary>
public sealed class TemplateObject : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly OrderedDictionary<string, object?> _members;
    private HashSet<string>? _readOnly;

    /// <summary>Creates an empty object.</summary>
    public TemplateObject() => _members = new OrderedDictionary<string, object?>(StringComparer.Ordinal);

    private TemplateObject(object owner, OrderedDictionary<string, object?> members)
    {
        Owner = owner;
        _members = members;
    }

    /// <summary>The number of members.</summary>
    public int Count => _members.Count;

    /// <summary>The names of the members in order.</summary>
    public IReadOnlyList<string> Keys => _members.Keys;

    /// <summary>The rendering that may write to this object; null when it belongs to the host.</summary>
    internal object? Owner { get; init; }

    /// <summary>What runs when the object is called like a function; null when it cannot be.</summary>
    internal TemplateFunction? Callable { get; init; }

    /// <summary>The value of a member; null when there is none.</summary>
    /// <exception cref="ArgumentException">The value set is of a kind that templates do not know.</exception>
    public object? this[string name]
    {
        get => _members.GetValueOrDefault(name);
        set => _members[name] = HostValue.Accept(value);
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
    public bool ContainsKey(string name) => _members.ContainsKey(name);

    /// <summary>Finds a member.</summary>
    public bool TryGetValue(string name, out object? value) => _members.TryGetValue(name, out value);

    /// <summary>Removes a member; false when there was none.</summary>
    public bool Remove(string name) => _members.Remove(name);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal bool IsReadOnly(string name) => _readOnly is not null && _readOnly.Contains(name);

    internal void MakeReadOnly(string name) => (_readOnly ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);

    internal TemplateObject CloneFor(RenderContext owner) =>
        new(owner, new OrderedDictionary<string, object?>(_members, StringComparer.Ordinal))
        {
            Callable = Callable,
            _readOnly = _readOnly is null ? null : [.. _readOnly],
        };
}
