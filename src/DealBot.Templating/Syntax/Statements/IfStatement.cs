using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>if</c>, any number of <c>else if</c>, and <c>else</c>.</summary>
internal sealed class IfStatement(SourceSpan span, IReadOnlyList<(Expression Condition, Block Body)> branches, Block? otherwise) : Statement(span)
{
    private readonly (Expression Condition, Block Body)[] _branches = [.. branches];

    public override Flow Execute(RenderContext context)
    {
        foreach (var (condition, body) in _branches)
            if (Truth.Of(condition.Evaluate(context)))
                return body.Execute(context);
        return otherwise?.Execute(context) ?? Flow.Next;
    }

    public override void Print(SyntaxPrinter printer)
    {
        for (var i = 0; i < branches.Count; i++)
            printer.Keyword(i == 0 ? "if " : "else if ").Write(branches[i].Condition).Body(branches[i].Body);
        if (otherwise is not null)
            printer.Keyword("else").Body(otherwise);
        printer.Keyword("end");
    }
}
