using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary>A text block.</summary>
internal sealed class TextStatement(SourceSpan span) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        context.Write(this, Span.AsSpan());
        return Flow.Next;
    }

    /// <summary>The printer takes text blocks from their places in the source.</summary>
    public override void Print(SyntaxPrinter printer) => printer.Statement(this, Indent.Inherited);
}
