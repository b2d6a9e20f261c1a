namespace DealBot.Templating.Runtime;

/// <remarks>
/// Arguments wait on a stack of the rendering until the function they are for is called. A call looks at them through a span, which
/// stays valid when the stack moves to a larger array.
/// </remarks>
internal sealed partial class RenderContext
{
    private object?[] _arguments = [];
    private int _argumentCount;

    /// <summary>Where the arguments of the next call begin.</summary>
    public int ArgumentMark => _argumentCount;

    public void PushArgument(object? value)
    {
        if (_argumentCount == _arguments.Length)
            Array.Resize(ref _arguments, Math.Max(8, _argumentCount * 2));
        _arguments[_argumentCount++] = value;
    }

    public ReadOnlySpan<object?> ArgumentsFrom(int mark) => _arguments.AsSpan(mark, _argumentCount - mark);

    public void PopArguments(int mark) => _argumentCount = mark;
}
