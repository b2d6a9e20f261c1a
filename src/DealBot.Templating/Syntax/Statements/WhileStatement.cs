using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>while condition ... end</c>.</summary>
internal sealed class WhileStatement(SourceSpan span, Expression condition, Block body) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        var loop = context.EnterLoop("while", null);
        try
        {
            for (var i = 0; Truth.Of(condition.Evaluate(context)); i++)
            {
                context.CountLoopStep(this);
                loop.MoveTo(i, null);
                var flow = body.Execute(context);
                if (flow == Flow.Return)
                    return flow;
                if (flow == Flow.Break)
                    break;
            }
        }
        finally
        {
            context.LeaveLoop(loop);
        }

        return Flow.Next;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("while ").Write(condition).Body(body).Keyword("end");
}
