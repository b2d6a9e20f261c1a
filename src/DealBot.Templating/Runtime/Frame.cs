namespace DealBot.Templating.Runtime;

/// <summary>What belongs to one call of a function or one page: arguments, <c>$</c> variables, loops, the wrapped block.</summary>
internal sealed class Frame(TemplateArray arguments, TemplateObject locals, WrappedBlock? wrapped)
{
    public TemplateArray Arguments { get; } = arguments;

    public VariableScope Locals { get; } = new(locals);

    public LoopState? Loop { get; set; }

    public WrappedBlock? Wrapped { get; set; } = wrapped;

    public bool IsInLoop => Loop is not null;

    /// <summary>The innermost loop of the kind; <c>for</c> also finds the loop of a table.</summary>
    public LoopState? FindLoop(string kind)
    {
        var loop = Loop;
        while (loop is not null && loop.Kind != kind && !(kind == "for" && loop.Kind == "tablerow"))
            loop = loop.Outer;
        return loop;
    }
}
