using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>capture variable ... end</c>.</summary>
internal sealed class CaptureStatement(SourceSpan span, AssignableExpression target, Block body) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        var outer = context.BeginCapture();
        var flow = body.Execute(context);
        target.Assign(context, context.AsMarkup(context.EndCapture(this, outer)));
        return flow;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("capture ").Write(target).Body(body).Keyword("end");
}
