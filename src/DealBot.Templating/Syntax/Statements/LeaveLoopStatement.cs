using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>break</c> or <c>continue</c>.</summary>
internal sealed class LeaveLoopStatement(SourceSpan span, Flow flow) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        // Checked while running and not while parsing, since a wrapped block may stand in a loop of the function it is given to.
        if (!context.Frame.IsInLoop)
            throw Fault($"The <{(flow == Flow.Break ? "break" : "continue")}> statement can only be used inside for/while loops");
        return flow;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write(flow == Flow.Break ? "break" : "continue");
}
