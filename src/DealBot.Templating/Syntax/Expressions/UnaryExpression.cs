using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>!x</c>, <c>-x</c>, <c>+x</c>, <c>@x</c>, and <c>^x</c>, which only an argument list treats specially.</summary>
internal sealed class UnaryExpression(SourceSpan span, TokenKind operation, Expression operand) : Expression(span)
{
    public bool IsExpansion => operation == TokenKind.Caret;

    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        switch (operation)
        {
            case TokenKind.At: return operand.EvaluateTarget(context);
            case TokenKind.Caret: return operand.Evaluate(context);
            case TokenKind.Exclamation: return Boxes.Of(!Truth.Of(operand.Evaluate(context)));
        }

        var value = operand.Evaluate(context);
        if (value is null)
            return null;
        var number = value is string text ? Numbers.Parse(text) : value;
        if (!Numbers.IsNumber(number))
            throw Fault(
                $"Unexpected value `{context.Print(this, value)}` / Type: {ValueText.TypeName(value)}. Cannot apply `{(operation == TokenKind.Minus ? '-' : '+')}` to a non-numeric value");
        return operation == TokenKind.Plus ? number : Arithmetic.Negate(number!);
    }

    public override object? EvaluateTarget(RenderContext context) =>
        operation == TokenKind.At ? operand.EvaluateTarget(context) : Evaluate(context);
}
