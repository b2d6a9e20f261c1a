using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>for.index</c> and its like.</summary>
internal sealed class LoopMemberExpression(SourceSpan span, SourceSpan memberSpan, string loop, string member) : Expression(span)
{
    private static readonly string[] Known =
        ["index", "index0", "rindex", "rindex0", "first", "last", "even", "odd", "changed", "length", "col", "row", "col_first", "col_last"];

    public static bool IsKnown(string member) => Known.Contains(member);

    public override string Kind => "variable";

    public override object? Evaluate(RenderContext context)
    {
        var state = context.Frame.FindLoop(loop) ?? throw memberSpan.Fault($"Cannot get the member {loop}.{member} for a null object.");
        return state.Get(context, member);
    }
}
