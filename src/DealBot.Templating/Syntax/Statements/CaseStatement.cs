using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary><c>case value</c> with its <c>when</c> and <c>else</c> parts; the first that matches runs.</summary>
internal sealed class CaseStatement(
    SourceSpan span, Expression subject, IReadOnlyList<(IReadOnlyList<Expression> Matches, Block Body)> parts, Block? otherwise)
    : Statement(span)
{
    private readonly (Expression[] Matches, Block Body)[] _parts = [.. parts.Select(part => (part.Matches.ToArray(), part.Body))];

    public override Flow Execute(RenderContext context)
    {
        var value = subject.Evaluate(context);
        foreach (var (matches, body) in _parts)
            foreach (var match in matches)
                if (Comparison.AreEqual(context, match, value, match.Evaluate(context)))
                    return body.Execute(context);
        return otherwise?.Execute(context) ?? Flow.Next;
    }

    public override void Print(SyntaxPrinter printer)
    {
        printer.Write("case ").Write(subject).EndLine();
        foreach (var (matches, body) in parts)
            printer.Keyword("when ").WriteList(matches, ", ", match => printer.Write(match)).Body(body);
        if (otherwise is not null)
            printer.Keyword("else").Body(otherwise);
        printer.Keyword("end");
    }
}
