using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax;

/// <summary>A part of the tree that does something.</summary>
internal abstract class Statement(SourceSpan span) : Node(span)
{
    public abstract Flow Execute(RenderContext context);
}
