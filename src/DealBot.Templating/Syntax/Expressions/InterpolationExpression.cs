using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>$"text {expression} text"</c>: texts and expressions take turns, texts first and last.</summary>
internal sealed class InterpolationExpression(SourceSpan span, IReadOnlyList<string> texts, IReadOnlyList<Expression> holes) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        GuardStack();
        var result = texts[0];
        for (var i = 0; i < holes.Count; i++)
            result = context.Concatenate(this, result, context.Print(this, holes[i].Evaluate(context)), texts[i + 1]);
        return result;
    }
}
