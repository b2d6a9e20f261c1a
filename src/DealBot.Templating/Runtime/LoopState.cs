namespace DealBot.Templating.Runtime;

/// <summary>Where a running loop stands: the values of <c>for.index</c> and its like.</summary>
internal sealed class LoopState(string kind, int? length, LoopState? outer)
{
    private int _index;
    private object? _previous;
    private bool _hasChanged = true;

    public string Kind { get; } = kind;

    public LoopState? Outer { get; } = outer;

    public int Columns { get; set; } = 1;

    public void MoveTo(RenderContext context, int index, object? value)
    {
        _hasChanged = index == 0 || !Comparison.AreEqual(context, _previous, value);
        _previous = value;
        _index = index;
    }

    public object? Get(string member) => member switch
    {
        "index" or "index0" => _index,
        "rindex" or "rindex0" => length - _index - 1,
        "first" => _index == 0,
        "last" => length is null ? null : _index == length - 1,
        "even" => _index % 2 == 0,
        "odd" => _index % 2 != 0,
        "changed" => _hasChanged,
        "length" => length,
        "row" => _index / Columns,
        "col" => _index % Columns,
        "col_first" => _index % Columns == 0,
        "col_last" => _index % Columns == Columns - 1,
        _ => null,
    };
}
