using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

internal sealed class LiteralExpression(SourceSpan span, object? value) : Expression(span)
{
    public object? Value { get; } = value;

    public override string Kind => "literal";

    public bool IsNumber => Value is not (null or bool or string);

    public override object? Evaluate(RenderContext context) => Value;

    /// <summary>As the author wrote it; an underscore at the end of a number would be read otherwise when its neighbour changes.</summary>
    public override void Print(SyntaxPrinter printer) => printer.Write(Value is string ? Span.Text : Span.Text.TrimEnd('_'));
}
