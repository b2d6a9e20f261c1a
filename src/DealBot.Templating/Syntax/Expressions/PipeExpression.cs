using DealBot.Templating.Functions;
using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>value | f a</c>: the value becomes the first argument.</summary>
internal sealed class PipeExpression(SourceSpan span, Expression from, Expression to) : Expression(span)
{
    public override string Kind => "pipe";

    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        var mark = context.ArgumentMark;
        ArgumentList.Push(context, from);
        if (to is CallExpression call)
            return call.Invoke(context, mark);
        var value = to.EvaluateTarget(context);
        if (TemplateFunction.From(value) is not { } function)
            throw value is null
                ? to.Span.Fault($"The function `{to.Span.Text}` was not found", FunctionHint.For(context, to.Span.Text))
                : to.Fault($"Pipe expression destination `{to.Span.Text}` is not a valid function ");
        var result = context.Call(function, new CallArguments(to, context.ArgumentsFrom(mark), null));
        context.PopArguments(mark);
        return result;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(from).Write(" | ").Write(to);
}
