using DealBot.Templating.Lexing;

namespace DealBot.Templating.Syntax;

/// <summary>
/// A part of the syntax tree. Nodes never change after parsing, so that one tree serves many renderings at once; a node may only note
/// where it found a name last, a number that is checked before it is trusted.
/// </summary>
internal abstract class Node(SourceSpan span)
{
    public SourceSpan Span { get; } = span;

    public TemplateException Fault(string message, Exception? cause = null) => Span.Fault(message, cause);

    public TemplateException Fault(string message, string? hint) => Span.Fault(message, hint);

    /// <summary>Writes the node as code.</summary>
    public abstract void Print(SyntaxPrinter printer);
}
