using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary>Statements in order; stops at the first that leaves the block.</summary>
internal sealed class Block(SourceSpan span, IReadOnlyList<Statement> statements) : Statement(span)
{
    private readonly Statement[] _statements = [.. statements];

    public Statement? OnlyStatement => _statements.Length == 1 ? _statements[0] : null;

    public override Flow Execute(RenderContext context)
    {
        context.GuardStack(this);
        var i = 0;
        try
        {
            for (; i < _statements.Length; i++)
            {
                context.CountStep(_statements[i]);
                var flow = _statements[i].Execute(context);
                if (flow != Flow.Next)
                    return flow;
            }
        }
        catch (FunctionFailure failure)
        {
            // Reading a value of the host may fail wherever values are read; the places that cannot tell more name the statement.
            throw _statements[i].Fault(failure.Message, failure);
        }

        return Flow.Next;
    }

    public override void Print(SyntaxPrinter printer)
    {
        foreach (var statement in _statements)
            printer.Statement(statement);
    }
}
