using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>this</c>: the object that unprefixed assignments write to.</summary>
internal sealed class ThisExpression(SourceSpan span) : Expression(span)
{
    public override string Kind => "this";

    public override object? Evaluate(RenderContext context) => context.CurrentObject;

    public override void Print(SyntaxPrinter printer) => printer.Write("this");
}
