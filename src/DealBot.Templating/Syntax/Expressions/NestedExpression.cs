using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>(expression)</c>. A function written out inside is called: <c>(do; ret 1; end) + 1</c>.</summary>
internal sealed class NestedExpression(SourceSpan span, Expression inner) : Expression(span)
{
    public Expression Inner { get; } = inner;

    public override string Kind => "nested expression";

    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        var value = Inner.Evaluate(context);
        return Inner is FunctionExpression ? context.CallIfFunction(this, value) : value;
    }

    public override object? EvaluateTarget(RenderContext context) => Inner.EvaluateTarget(context);

    public override void Print(SyntaxPrinter printer) => printer.Write("(").Write(Inner).Write(")");
}
