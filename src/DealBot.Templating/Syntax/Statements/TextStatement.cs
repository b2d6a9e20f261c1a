using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary>A text block.</summary>
internal sealed class TextStatement(SourceSpan span) : Statement(span)
{
    private readonly string _text = span.Text;

    public override Flow Execute(RenderContext context)
    {
        context.Write(this, _text);
        return Flow.Next;
    }
}
