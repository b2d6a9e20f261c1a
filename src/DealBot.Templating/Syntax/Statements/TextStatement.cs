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
}
