using System.Collections;

namespace DealBot.Templating.Runtime;

/// <summary>The value of <c>1..5</c>: counted out only as far as it is used.</summary>
internal sealed class ValueRange : IReadOnlyList<object?>
{
    private readonly long _first;
    private readonly int _step;

    private ValueRange(long first, int step, int count)
    {
        _first = first;
        _step = step;
        Count = count;
    }

    public int Count { get; }

    public object? this[int index] => Numbers.Shrink(_first + ((long)index * _step));

    /// <summary>The range counts downwards when its end is below its start.</summary>
    public static ValueRange Between(long from, long to, bool isInclusive)
    {
        var distance = Int128.Abs((Int128)to - from) + (isInclusive ? 1 : 0);
        return new ValueRange(from, to < from ? -1 : 1, (int)Int128.Min(distance, int.MaxValue));
    }

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
