using DealBot.Templating.Syntax;

namespace DealBot.Templating.Runtime;

/// <summary>Where a running loop stands: the values of <c>for.index</c> and its like.</summary>
internal sealed class LoopState(string kind, int? length, LoopState? outer)
{
    private int _index;
    private object? _previous;
    private object? _current;

    public string Kind { get; } = kind;

    public LoopState? Outer { get; } = outer;

    public int Columns { get; set; } = 1;

    public void MoveTo(int index, object? value)
    {
        _previous = _current;
        _current = value;
        _index = index;
    }

    public object? Get(RenderContext context, Node site, string member) => member switch
    {
        "index" or "index0" => Boxes.Of(_index),
        "rindex" or "rindex0" => length is { } count ? Boxes.Of(count - _index - 1) : null,
        "first" => Boxes.Of(_index == 0),
        "last" => length is { } count ? Boxes.Of(_index == count - 1) : null,
        "even" => Boxes.Of(_index % 2 == 0),
        "odd" => Boxes.Of(_index % 2 != 0),
        "changed" => Boxes.Of(_index == 0 || !Comparison.AreEqual(context, site, _previous, _current)),
        "length" => length is { } count ? Boxes.Of(count) : null,
        "row" => Boxes.Of(_index / Columns),
        "col" => Boxes.Of(_index % Columns),
        "col_first" => Boxes.Of(_index % Columns == 0),
        "col_last" => Boxes.Of(_index % Columns == Columns - 1),
        _ => null,
    };
}
