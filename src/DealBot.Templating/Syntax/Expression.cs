using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax;

/// <summary>A part of the tree that has a value.</summary>
internal abstract class Expression(SourceSpan span) : Node(span)
{
    /// <summary>The value; a function that is merely named is called.</summary>
    public abstract object? Evaluate(RenderContext context);

    /// <summary>The value, with a function left as it is: what <c>@</c>, calls and pipes need.</summary>
    public virtual object? EvaluateTarget(RenderContext context) => Evaluate(context);

    /// <summary>How error messages call this kind of expression.</summary>
    public virtual string Kind => "expression";
}
