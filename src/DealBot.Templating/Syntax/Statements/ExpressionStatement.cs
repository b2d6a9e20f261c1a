using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;
using DealBot.Templating.Syntax.Expressions;

namespace DealBot.Templating.Syntax.Statements;

/// <summary>An expression whose value is printed, its further lines indented like its first.</summary>
internal sealed class ExpressionStatement(SourceSpan span, Expression expression, string? indent) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        var value = expression.Evaluate(context);
        if (value is null or TemplateFunction)
            return expression is LocalVariableExpression { Name: "$" } ? context.TakePendingFlow() : Flow.Next;
        var text = value as string ?? context.Print(expression, value);
        context.Write(this, indent is null ? text : Indent(text, indent));
        return Flow.Next;
    }

    /// <summary>A line break at the very end is followed by what comes after the block, which keeps its own indent.</summary>
    private static string Indent(string text, string indent)
    {
        var lastBreak = text.EndsWith('\n') ? text.Length - 1 : text.Length;
        return text.AsSpan(0, lastBreak).Contains('\n')
            ? string.Concat(text[..lastBreak].Replace("\n", "\n" + indent, StringComparison.Ordinal), text.AsSpan(lastBreak))
            : text;
    }
}
