using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>condition ? then : otherwise</c>.</summary>
internal sealed class ConditionalExpression(SourceSpan span, Expression condition, Expression then, Expression otherwise) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        return (Truth.Of(condition.Evaluate(context)) ? then : otherwise).Evaluate(context);
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(condition).Write(" ? ").Write(then).Write(" : ").Write(otherwise);
}
