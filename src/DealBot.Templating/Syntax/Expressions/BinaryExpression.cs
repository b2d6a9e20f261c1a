using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>left operator right</c>. Logic and coalescing evaluate the right side only when it matters.</summary>
internal sealed class BinaryExpression(SourceSpan span, SourceSpan operatorSpan, TokenKind operation, Expression left, Expression right)
    : Expression(span)
{
    public SourceSpan OperatorSpan { get; } = operatorSpan;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;

    public override string Kind => "binary expression";

    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        var first = Left.Evaluate(context);
        return operation switch
        {
            TokenKind.And => Boxes.Of(Truth.Of(first) && Truth.Of(Right.Evaluate(context))),
            TokenKind.Or => Boxes.Of(Truth.Of(first) || Truth.Of(Right.Evaluate(context))),
            TokenKind.DoubleQuestion => first ?? Right.Evaluate(context),
            TokenKind.QuestionExclamation => first is null ? null : Right.Evaluate(context),
            _ => Apply(context, first, Right.Evaluate(context)),
        };
    }

    private object? Apply(RenderContext context, object? first, object? second) => operation switch
    {
        TokenKind.Equal or TokenKind.NotEqual when (first, second) is (null, EmptyValue) or (EmptyValue, null) => null,
        TokenKind.Equal => Boxes.Of(Comparison.AreEqual(context, this, first, second)),
        TokenKind.NotEqual => Boxes.Of(!Comparison.AreEqual(context, this, first, second)),
        TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual =>
            Boxes.Of(Comparison.Holds(context, this, operation, first, second)),
        TokenKind.DotDot or TokenKind.DotDotLess => ToRange(first, second),
        _ => Arithmetic.Apply(context, this, operation, first, second),
    };

    private ValueRange? ToRange(object? first, object? second)
    {
        if (first is null || second is null)
            return null;
        var text = operation == TokenKind.DotDot ? ".." : "..<";
        if (Numbers.IsWhole(first) && Numbers.IsWhole(second) && Numbers.TryToLong(first, out var from) && Numbers.TryToLong(second, out var to))
            return ValueRange.Between(from, to, operation == TokenKind.DotDot);
        var wrong = Numbers.IsWhole(first) ? second : first;
        throw OperatorSpan.Fault(wrong is double or float or decimal
            ? $"The operator `{text}` is not implemented for {ValueText.TypeName(wrong)}<->{ValueText.TypeName(wrong)}"
            : $"Operator `{text}` is not supported on {ValueText.TypeName(wrong)} objects");
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(Left).Write($" {OperatorSpan.Text} ").Write(Right);
}
