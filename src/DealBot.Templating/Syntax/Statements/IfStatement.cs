using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>if</c>, any number of <c>else if</c>, and <c>else</c>.</summary>
internal sealed class IfStatement(SourceSpan span, IReadOnlyList<(Expression Condition, Block Body)> branches, Block? otherwise) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        foreach (var (condition, body) in branches)
            if (Truth.Of(condition.Evaluate(context)))
                return body.Execute(context);
        return otherwise?.Execute(context) ?? Flow.Next;
    }
}
