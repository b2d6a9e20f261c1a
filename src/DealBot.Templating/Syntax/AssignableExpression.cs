using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax;

/// <summary>A variable, member or index: what may stand left of an assignment.</summary>
internal abstract class AssignableExpression(SourceSpan span) : Expression(span)
{
    public abstract void Assign(RenderContext context, object? value);
}
