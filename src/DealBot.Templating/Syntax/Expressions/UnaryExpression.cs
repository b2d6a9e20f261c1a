using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>!x</c>, <c>-x</c>, <c>+x</c>, <c>@x</c>, and <c>^x</c>, which only an argument list treats specially.</summary>
internal sealed class UnaryExpression(SourceSpan span, TokenKind operation, Expression operand) : Expression(span)
{
    public bool IsExpansion => operation == TokenKind.Caret;

    /// <summary>Whether it is a number with its sign, such as <c>-1</c>.</summary>
    public bool IsSignedNumber => operation is TokenKind.Minus or TokenKind.Plus && Operand is LiteralExpression { IsNumber: true };

    /// <summary>Whether it makes a new value of its operand's.</summary>
    public bool IsOperator => operation is TokenKind.Exclamation or TokenKind.Minus or TokenKind.Plus;

    public Expression Operand { get; } = operand;

    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        return operation switch
        {
            TokenKind.At => Operand.EvaluateTarget(context),
            TokenKind.Caret => Operand.Evaluate(context),
            _ => Apply(context, Operand.Evaluate(context)),
        };
    }

    /// <summary>What the operator makes of the value of its operand.</summary>
    public object? Apply(RenderContext context, object? value)
    {
        if (operation == TokenKind.Exclamation)
            return Boxes.Of(!Truth.Of(value));
        if (value is null)
            throw Operand.Fault($"Operator `{(operation == TokenKind.Minus ? '-' : '+')}` is not supported");
        if (!Numbers.IsNumber(value))
            throw Operand.Fault(
                $"Unexpected value `{context.Print(this, value)} / Type: {ValueText.TypeName(value)}`. Cannot negate(-)/positive(+) a non-numeric value");
        return operation == TokenKind.Plus ? value : Arithmetic.Negate(value);
    }

    public override object? EvaluateTarget(RenderContext context) =>
        operation == TokenKind.At ? Operand.EvaluateTarget(context) : Evaluate(context);

    public override void Print(SyntaxPrinter printer) => printer.Write(Span.Text[..1]).Write(Operand);
}
