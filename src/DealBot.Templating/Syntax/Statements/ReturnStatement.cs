using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>ret value</c>: leaves the function, include or template.</summary>
internal sealed class ReturnStatement(SourceSpan span, Expression? value) : Statement(span)
{
    public Expression? Value => value;

    public override Flow Execute(RenderContext context)
    {
        context.ReturnValue = value?.Evaluate(context);
        return Flow.Return;
    }

    public override void Print(SyntaxPrinter printer)
    {
        printer.Write("ret");
        if (value is not null)
            printer.Write(" ").Write(value);
    }
}
