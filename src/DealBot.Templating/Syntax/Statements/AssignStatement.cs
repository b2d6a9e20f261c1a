using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>target = value</c>, or with an operator <c>target += value</c>.</summary>
internal sealed class AssignStatement(SourceSpan span, AssignableExpression target, TokenKind? operation, Expression value) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        if (operation is { } combined)
            target.Assign(context, Arithmetic.Apply(context, target, combined, target.Evaluate(context), value.Evaluate(context)));
        else
            target.Assign(context, value.Evaluate(context));
        return Flow.Next;
    }

    public override void Print(SyntaxPrinter printer)
    {
        var symbol = operation is { } combined ? Arithmetic.Symbol(combined) : "";
        printer.Write(target).Write($" {symbol}= ").Write(value);
    }
}
