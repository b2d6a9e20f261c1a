using DealBot.Templating.Lexing;
using DealBot.Templating.Runtime;

namespace DealBot.Templating.Syntax.Statements;

/// <summary>Statements in order; stops at the first that leaves the block.</summary>
internal sealed class Block : Statement
{
    private readonly Statement[] _statements;
    private readonly Indent[] _indents;
    private readonly bool _isIndented;

    public Block(SourceSpan span, IReadOnlyList<(Statement Statement, Indent Indent)> statements)
        : base(span)
    {
        _statements = new Statement[statements.Count];
        _indents = new Indent[statements.Count];
        for (var i = 0; i < statements.Count; i++)
        {
            (_statements[i], _indents[i]) = statements[i];
            _isIndented |= _indents[i].Text is not null;
        }
    }

    public Statement? OnlyStatement => _statements.Length == 1 ? _statements[0] : null;

    public override Flow Execute(RenderContext context)
    {
        var outer = context.LineIndent;
        if (outer is null && !(_isIndented && context.Options.AutoIndent))
            return Execute(context, null, isIndented: false);
        var flow = Execute(context, outer, isIndented: true);
        context.LineIndent = outer;
        return flow;
    }

    private Flow Execute(RenderContext context, string? outer, bool isIndented)
    {
        context.GuardStack(this);
        var i = 0;
        try
        {
            for (; i < _statements.Length; i++)
            {
                context.CountStep(_statements[i]);
                if (isIndented)
                    context.LineIndent = _indents[i].IsInherited ? outer : _indents[i].Text;
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
        for (var i = 0; i < _statements.Length; i++)
            printer.Statement(_statements[i], _indents[i]);
    }
}
