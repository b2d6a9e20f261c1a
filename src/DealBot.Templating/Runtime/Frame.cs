namespace DealBot.Templating.Runtime;

/// <summary>What belongs to one call of a function or one page: arguments, <c>$</c> variables, loops, the wrapped block.</summary>
internal sealed class Frame(RenderContext context, TemplateArray? arguments, WrappedBlock? wrapped)
{
    private TemplateArray? _arguments = arguments;
    private VariableScope? _locals;

    public TemplateArray Arguments => _arguments ??= context.NewArray(0);

    public VariableScope Locals => _locals ??= new VariableScope(context.NewObject(), null);

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
