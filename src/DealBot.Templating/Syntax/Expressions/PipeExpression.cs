using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>value | f a</c>: the value becomes the first argument.</summary>
internal sealed class PipeExpression(SourceSpan span, Expression from, Expression to) : Expression(span)
{
    public override string Kind => "pipe";

    public override object? Evaluate(RenderContext context)
    {
        GuardStack();
        var piped = new List<object?>(4);
        ArgumentList.Append(context, piped, from);
        if (to is CallExpression call)
            return call.Invoke(context, piped);
        var value = to.EvaluateTarget(context);
        if (TemplateFunction.From(value) is not { } function)
            throw to.Fault(value is null
                ? $"The function `{to.Span.Text}` was not found"
                : $"Pipe expression destination `{to.Span.Text}` is not a valid function ");
        return context.Call(function, new CallArguments(to, piped, null));
    }
}
