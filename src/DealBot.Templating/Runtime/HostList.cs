using System.Collections;

namespace DealBot.Templating.Runtime;

/// <summary>A list that the host handed over. It may hold anything, so each item is looked at as it is read.</summary>
internal sealed class HostList(IReadOnlyList<object?> items) : IReadOnlyList<object?>
{
    public int Count => items.Count;

    /// <exception cref="FunctionFailure">The item cannot be read or is of a kind that templates do not know.</exception>
    public object? this[int index]
    {
        get
        {
            try
            {
                return HostValue.Accept(items[index]);
            }
            catch (Exception exception)
            {
                // The supervised edge between a template and the host's list.
                throw new FunctionFailure(exception.Message, exception);
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
