using System.Collections;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Types;

/// <summary>A list of the host, whose items are converted as they are read.</summary>
internal sealed class TypedList(TemplateTypes types, IReadOnlyList<object?> items) : IReadOnlyList<object?>
{
    public int Count => items.Count;

    /// <exception cref="FunctionFailure">The list has become shorter, or holds a value of a type that was not added.</exception>
    public object? this[int index]
    {
        get
        {
            try
            {
                return TypedValue.Of(types, items[index]);
            }
            catch (Exception exception)
            {
                // The supervised edge between a template and the host's list.
                throw new FunctionFailure($"Cannot read an item of the list: {exception.Message}", exception);
            }
        }
    }

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
