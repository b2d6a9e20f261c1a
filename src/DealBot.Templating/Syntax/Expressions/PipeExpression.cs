using DealBot.Templating.Functions;
using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Expressions;

/// <summary><c>value | f a</c>: the value becomes the first argument. In <c>value | !f a</c> the operator applies to the result.</summary>
internal sealed class PipeExpression(SourceSpan span, Expression from, Expression to) : Expression(span)
{
    public override string Kind => "pipe";

    public override object? Evaluate(RenderContext context)
    {
        context.GuardStack(this);
        var mark = context.ArgumentMark;
        ArgumentList.Push(context, from);
        return Invoke(context, to, mark);
    }

    private static object? Invoke(RenderContext context, Expression target, int mark) => target switch
    {
        CallExpression call => call.Invoke(context, mark),
        NestedExpression { Inner: CallExpression or UnaryExpression } nested => Invoke(context, nested.Inner, mark),
        UnaryExpression { IsOperator: true } unary => unary.Apply(context, Invoke(context, unary.Operand, mark)),
        _ => InvokeValue(context, target, mark),
    };

    private static object? InvokeValue(RenderContext context, Expression target, int mark)
    {
        var value = target.EvaluateTarget(context);
        if (TemplateFunction.From(value) is not { } function)
            throw value is null
                ? target.Span.Fault($"The function `{target.Span.Text}` was not found", FunctionHint.For(context, target.Span.Text))
                : target.Fault($"Pipe expression destination `{target.Span.Text}` is not a valid function ");
        var result = context.Call(function, new CallArguments(target, context.ArgumentsFrom(mark), null));
        context.PopArguments(mark);
        return result;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(from).Write(" | ").Write(to);
}
