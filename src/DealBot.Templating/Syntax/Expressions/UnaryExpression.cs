using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>!x</c>, <c>-x</c>, <c>+x</c>, <c>@x</c>, and <c>^x</c>, which only an argument list treats specially.</summary>
internal sealed class UnaryExpression(SourceSpan span, TokenKind operation, Expression operand) : Expression(span)
{
    public bool IsExpansion => operation == TokenKind.Caret;

    /// <summary>Whether it is a number with its sign, such as <c>-1</c>.</summary>
    public bool IsSignedNumber => operation is TokenKind.Minus or TokenKind.Plus && operand is LiteralExpression { IsNumber: true };

    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        switch (operation)
        {
            case TokenKind.At: return operand.EvaluateTarget(context);
            case TokenKind.Caret: return operand.Evaluate(context);
            case TokenKind.Exclamation: return Boxes.Of(!Truth.Of(operand.Evaluate(context)));
        }

        var value = operand.Evaluate(context)
            ?? throw operand.Fault($"Operator `{(operation == TokenKind.Minus ? '-' : '+')}` is not supported");
        if (!Numbers.IsNumber(value))
            throw operand.Fault(
                $"Unexpected value `{context.Print(this, value)} / Type: {ValueText.TypeName(value)}`. Cannot negate(-)/positive(+) a non-numeric value");
        return operation == TokenKind.Plus ? value : Arithmetic.Negate(value);
    }

    public override object? EvaluateTarget(RenderContext context) =>
        operation == TokenKind.At ? operand.EvaluateTarget(context) : Evaluate(context);

    public override void Print(SyntaxPrinter printer) => printer.Write(Span.Text[..1]).Write(operand);
}
