using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>readonly variable</c>: no later assignment may change it.</summary>
internal sealed class ReadOnlyStatement(SourceSpan span, Expression variable) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        context.MakeReadOnly(variable);
        return Flow.Next;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("readonly ").Write(variable);
}
