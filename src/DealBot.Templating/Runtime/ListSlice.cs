using System.Collections;

namespace DealBot.Templating.Runtime;

/// <summary>A part of a list, perhaps backwards, without copying it.</summary>
internal sealed class ListSlice(IReadOnlyList<object?> items, int start, int count, bool isReversed) : IReadOnlyList<object?>
{
    public int Count => count;

    public object? this[int index] => items[isReversed ? start + count - 1 - index : start + index];

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
