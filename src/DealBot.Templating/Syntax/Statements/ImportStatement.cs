using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>import object</c>: its members become variables, except where a variable is read-only.</summary>
internal sealed class ImportStatement(SourceSpan span, Expression expression) : Statement(span)
{
    public override Flow Execute(RenderContext context)
    {
        var value = expression.Evaluate(context);
        if (value is null)
            return Flow.Next;
        if (value is not TemplateObject source)
            throw expression.Fault($"Unexpected value `{ValueText.TypeName(value)}` for import. Expecting an object.");
        context.CountSteps(this, source.Count);
        var position = 0;
        foreach (var (name, member) in source.ToArray())
            context.TrySetVariable(name, ref position, member);
        return Flow.Next;
    }

    public override void Print(SyntaxPrinter printer) => printer.Write("import ").Write(expression);
}
