using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>for variable in list ... else ... end</c>; the <c>else</c> part runs when the list is empty.</summary>
internal sealed class ForStatement(SourceSpan span, Expression variable, Expression list, LoopOptions options, Block body, Block? otherwise)
    : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        if (options.Select(context, list) is not { } items)
            return Flow.Next;
        if (items.Count == 0)
            return otherwise?.Execute(context) ?? Flow.Next;
        var loop = context.EnterLoop("for", items.Count);
        var binding = context.Bind(variable);
        try
        {
            for (var i = 0; i < items.Count; i++)
            {
                binding.Value = context.Current(items[i]);
                context.CountLoopStep(this);
                loop.MoveTo(i, binding.Value);
                var flow = body.Execute(context);
                if (flow == Flow.Return)
                    return flow;
                if (flow == Flow.Break)
                    break;
            }
        }
        finally
        {
            RenderContext.Unbind(binding);
            context.LeaveLoop(loop);
        }

        return Flow.Next;
    }

    public override void Print(SyntaxPrinter printer)
    {
        options.Print(printer.Write("for ").Write(variable).Write(" in ").Write(list));
        printer.Body(body);
        if (otherwise is not null)
            printer.Keyword("else").Body(otherwise);
        printer.Keyword("end");
    }
}
