using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

/// <remarks>
/// Objects and lists of the host, and of other renderings, are never written to. The first write copies them for this
/// rendering, and from then on every read of the original yields the copy.
/// </remarks>
internal sealed partial class RenderContext
{
    private const int LongestGap = 10_000;

    private Dictionary<object, object>? _copies;

    public TemplateObject NewObject() => new() { Owner = this };

    public TemplateArray NewArray(int capacity) => new(this, capacity);

    /// <summary>The value as this rendering sees it.</summary>
    public object? Current(object? value) => _copies is null ? value : value switch
    {
        TemplateObject members => Current(members),
        TemplateArray items when items.Owner != this && _copies.TryGetValue(items, out var copy) => copy,
        _ => value,
    };

    public TemplateObject Current(TemplateObject value) =>
        _copies is not null && value.Owner != this && _copies.TryGetValue(value, out var copy) ? (TemplateObject)copy : value;

    /// <summary>The object itself when this rendering made it, otherwise its copy.</summary>
    public TemplateObject Own(TemplateObject value)
    {
        if (value.Owner == this)
            return value;
        if (_copies is not null && _copies.TryGetValue(value, out var known))
            return (TemplateObject)known;
        var copy = value.CloneFor(this);
        (_copies ??= new(ReferenceEqualityComparer.Instance)).Add(value, copy);
        return copy;
    }

    public TemplateArray Own(TemplateArray value)
    {
        if (value.Owner == this)
            return value;
        if (_copies is not null && _copies.TryGetValue(value, out var known))
            return (TemplateArray)known;
        var copy = value.CloneFor(this);
        (_copies ??= new(ReferenceEqualityComparer.Instance)).Add(value, copy);
        return copy;
    }

    /// <summary>Writes an item; the list grows as far as the index needs.</summary>
    public void SetItem(Node site, TemplateArray array, int index, object? value)
    {
        var target = Own(array);
        if (index < 0)
            index += target.Count;
        if (index < 0 || index > target.Count + LongestGap)
            throw site.Fault($"The index is outside the list of {target.Count} items.");
        CountSteps(site, Math.Max(0, index - target.Count));
        while (target.Count <= index)
            target.Add(null);
        target[index] = value;
    }
}
