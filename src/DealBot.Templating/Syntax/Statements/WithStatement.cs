using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>with object ... end</c>: unprefixed variables are read from the object first, and written to it.</summary>
internal sealed class WithStatement(SourceSpan span, Expression expression, Block body) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        var value = expression.Evaluate(context);
        if (value is not TemplateObject target)
            throw expression.Fault(
                $"Invalid target property `{expression.Span.Text}` used for [with] statement. Must be a ScriptObject instead of `{value?.GetType().Name ?? "null"}`");
        context.PushScope(target);
        try
        {
            return body.Execute(context);
        }
        finally
        {
            context.PopScope();
        }
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("with ").Write(expression).Body(body).Keyword("end");
}
