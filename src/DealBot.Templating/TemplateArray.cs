using System.Collections.ObjectModel;
using DealBot.Templating.Runtime;

namespace DealBot.Templating;

/// <summary>A list of values of the kinds <see cref="TemplateObject"/> names, which must not change while it is rendered.</summary>
public sealed class TemplateArray : Collection<object?>
{
    /// <summary>Creates an empty list.</summary>
    public TemplateArray()
    {
    }

    /// <summary>Creates a list of the items.</summary>
    /// <exception cref="ArgumentException">An item is of a kind that templates do not know.</exception>
    public TemplateArray(IEnumerable<object?> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        foreach (var item in items)
            Add(item);
    }

    internal TemplateArray(object owner, int capacity)
        : base(new List<object?>(capacity)) => Owner = owner;

    /// <summary>The rendering that may write to this list; null when it belongs to the host.</summary>
    internal object? Owner { get; init; }

    /// <summary>Whether a builtin made it of another list; it then calls itself a range, as <c>1..5</c> does.</summary>
    internal bool IsComputed { get; set; }

    /// <summary>The properties a template attached; null when there are none.</summary>
    internal TemplateObject? Properties { get; set; }

    /// <inheritdoc/>
    protected override void InsertItem(int index, object? item) => base.InsertItem(index, HostValue.Accept(item));

    /// <inheritdoc/>
    protected override void SetItem(int index, object? item) => base.SetItem(index, HostValue.Accept(item));

    internal TemplateArray CloneFor(RenderContext owner)
    {
        var clone = new TemplateArray(owner, Count) { Properties = Properties?.CloneFor(owner), IsComputed = IsComputed };
        foreach (var item in this)
            clone.Items.Add(item);
        return clone;
    }
}
