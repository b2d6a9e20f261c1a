using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>func name ... end</c>, or inline <c>name(x) = expression</c>.</summary>
internal sealed class FunctionStatement(SourceSpan span, AssignableExpression target, FunctionDefinition definition) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        target.Assign(context, definition.Function);
        return Flow.Next;
    }

    public override void Print(SyntaxPrinter printer)
    {
        if (definition.InlineValue is { } value)
        {
            definition.PrintParameters(printer.Write(target));
            printer.Write(" = ").Write(value);
            return;
        }

        definition.PrintParameters(printer.Write("func ").Write(target));
        printer.Body(definition.Body).Keyword("end");
    }
}
