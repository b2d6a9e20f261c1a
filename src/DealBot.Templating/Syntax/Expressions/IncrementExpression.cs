using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>++x</c>, <c>--x</c>, <c>x++</c> and <c>x--</c>.</summary>
internal sealed class IncrementExpression(SourceSpan span, AssignableExpression operand, bool isIncrement, bool isPrefix) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        var before = operand.Evaluate(context) ?? 0;
        var after = Arithmetic.Apply(context, this, isIncrement ? TokenKind.Plus : TokenKind.Minus, before, 1);
        operand.Assign(context, after);
        return isPrefix ? after : before;
    }

    public override void Print(SyntaxPrinter printer)
    {
        var symbol = isIncrement ? "++" : "--";
        if (isPrefix)
            printer.Write(symbol).Write(operand);
        else
            printer.Write(operand).Write(symbol);
    }
}
