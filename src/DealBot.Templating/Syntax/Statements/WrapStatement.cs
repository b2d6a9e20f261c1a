using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;
using DealBot.Templating.Syntax.Expressions;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>wrap function arguments ... end</c>: the function runs the block wherever it names <c>$$</c>.</summary>
internal sealed class WrapStatement(SourceSpan span, Expression target, ArgumentList arguments, Expression call, Block body) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        if (target.EvaluateTarget(context) is not TemplateFunction function)
            throw target.Fault($"The function `{target.Span.Text}` was not found");
        var mark = context.ArgumentMark;
        var values = arguments.Evaluate(context, target, mark) with { Wrapped = new WrappedBlock(body, context.Frame.Wrapped) };
        var result = context.Call(function, values);
        context.PopArguments(mark);
        if (result is not null)
            context.WriteYield(this, target, result);
        return Flow.Next;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("wrap ").Write(call).Body(body).Keyword("end");
}
